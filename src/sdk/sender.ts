import { backoffDelay } from "./backoff.ts";
import { guard } from "./guard.ts";
import type { Batch, Queue } from "./queue.ts";
import type { Store } from "./store.ts";
import type { Answer, Outcome, Post } from "./transport.ts";

const BATCH_INTERVAL_MS = 3_000;
/** Where somebody wants to know moods at once. A batch waits for the answers to its clicks all the same. */
const LIVE_INTERVAL_MS = 150;
const LOOK_AGAIN_MS = 50;
/** Browsers reject keepalive requests beyond 64 KiB of bodies in flight (Fetch, 4.6). */
const UNLOAD_BUDGET_BYTES = 60_000;
/** The longest delay that `setTimeout` supports. */
const MAX_TIMER_MS = 2 ** 31 - 1;
const HOLD_UNTIL = "hold-until";

export interface Sender {
	/** Call after each event: sends within 3 seconds, or immediately when a batch is full. */
	nudge(): void;
	/** Sends as much as the browser allows while the page unloads. */
	leave(): void;
	/** The network is back: resets the backoff and resumes. */
	wake(): void;
	/**
	 * The page is back as it was left. What was under way then is sent again, since Firefox never tells how it ended; the
	 * API stores it once.
	 */
	restore(): void;
	stop(): void;
}

export interface SenderParts {
	readonly queue: Queue;
	readonly post: Post;
	readonly store: Store;
	readonly now: () => number;
	/** Whether moods are wanted at once. */
	readonly isLive: () => boolean;
	readonly onAnswer: (answer: Answer) => void;
	readonly onKeyRefused: () => void;
}

/**
 * Drains the queue, one batch at a time, oldest first. Failed batches are retried unchanged with exponential backoff; a
 * `Retry-After` also applies to later pages. While batches are waiting, new events accumulate into full batches.
 */
export function createSender(parts: SenderParts): Sender {
	const { queue, post, store, now, isLive, onAnswer, onKeyRefused } = parts;
	const inFlight = new Set<Batch>();
	/** Aborted for good once it is stopped. */
	let attempts = new AbortController();
	let failures = 0;
	let retryAt = 0;
	let intervalEnd = 0;
	let latestEnd = 0;
	let heldUntil = Number(store.get(HOLD_UNTIL)) || 0;
	let timer: ReturnType<typeof setTimeout> | undefined;

	const pump = guard(() => {
		clearTimeout(timer);
		if (attempts.signal.aborted || inFlight.size || !navigator.onLine) return;
		if (intervalEnd && now() >= intervalEnd && !queue.waiting().length) {
			intervalEnd = now() < latestEnd && !queue.isComplete() ? now() + LOOK_AGAIN_MS : 0;
			if (!intervalEnd) queue.cut();
		}
		const batch = queue.waiting()[0];
		const next = batch ? Math.max(retryAt, heldUntil) : intervalEnd;
		if (batch && now() >= next) void deliver(batch);
		else if (next) timer = setTimeout(pump, Math.min(next - now(), MAX_TIMER_MS));
	});

	const deliver = async (batch: Batch) => {
		inFlight.add(batch);
		const { signal } = attempts;
		const outcome = await post(batch, signal);
		inFlight.delete(batch);
		if (!signal.aborted) conclude(batch, outcome);
		pump();
	};

	const conclude = guard((batch: Batch, outcome: Outcome) => {
		if (outcome.kind === "later") {
			retryAt = now() + backoffDelay(++failures, Math.random());
			if (!outcome.holdMs) return;
			heldUntil = now() + outcome.holdMs;
			store.set(HOLD_UNTIL, String(heldUntil));
			return;
		}
		failures = retryAt = heldUntil = 0;
		store.remove(HOLD_UNTIL);
		queue.settle(batch, outcome.kind === "stored");
		if (outcome.kind === "stored") onAnswer(outcome);
		if (outcome.kind === "refused" && outcome.keyRefused) onKeyRefused();
	});

	const wake = () => {
		failures = retryAt = 0;
		pump();
	};

	pump();
	return {
		nudge() {
			if (!intervalEnd) {
				latestEnd = now() + BATCH_INTERVAL_MS;
				intervalEnd = isLive() ? now() + LIVE_INTERVAL_MS : latestEnd;
			}
			pump();
		},
		leave: guard(() => {
			queue.cut();
			intervalEnd = 0;
			if (!navigator.onLine || now() < heldUntil) return;
			let spent = 0;
			for (const batch of queue.waiting()) {
				spent += batch.body.length;
				if (spent <= UNLOAD_BUDGET_BYTES && !inFlight.has(batch)) void deliver(batch);
			}
		}),
		wake,
		restore() {
			attempts.abort();
			attempts = new AbortController();
			wake();
		},
		stop() {
			attempts.abort();
			clearTimeout(timer);
		},
	};
}
