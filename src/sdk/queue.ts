import type { CapturedEvent } from "./public.d.ts";
import type { Store } from "./store.ts";

/** A pending request. Its body never changes, so retrying it is idempotent. */
export interface Batch {
	/** Also the idempotency key. */
	readonly id: string;
	readonly session: string;
	readonly body: string;
	/** Where it goes, if not to the session's events. */
	readonly path?: "outcomes";
	/** Number of events. */
	readonly size: number;
	/** Unix milliseconds. */
	readonly born: number;
}

export const BATCH_SIZE = 20;
export const MAX_QUEUED_EVENTS = 1_000;
/** The API remembers idempotency keys for 24 hours; after that, a retried batch could count twice. */
const MAX_AGE_MS = 23 * 3_600_000;
const NAME = "batch:";

export interface Queue {
	add(session: string, event: CapturedEvent): void;
	/** Takes over undelivered batches from another page of the tab. */
	adopt(): void;
	/** Adds an outcome of the session, after its events so far. */
	addOutcome(session: string, outcome: { goal: string; value?: number }): void;
	/** Whether it is known of each click of the current batch if the page reacted to it. */
	isComplete(): boolean;
	/** Closes the current batch, if it is not empty. */
	cut(): void;
	/** Unacknowledged batches, oldest first. */
	waiting(): readonly Batch[];
	/** Removes a batch that the API has stored or permanently rejected. */
	settle(batch: Batch, delivered: boolean): void;
	/** Discards everything that is not delivered. */
	clear(): void;
	counts(): { captured: number; delivered: number; queued: number; dropped: number };
}

/**
 * Groups events into batches of one session and at most 20 events. Unacknowledged batches are also kept in the tab's
 * storage, so that the next page of the tab can deliver them. Beyond 1,000 events, the oldest batches are dropped and
 * counted.
 */
export function createQueue(store: Store, now: () => number, newId: () => string): Queue {
	let batches: Batch[] = [];
	let filling: CapturedEvent[] = [];
	let session = "";
	let captured = 0;
	let delivered = 0;
	let dropped = 0;

	const adopt = () => {
		for (const batch of storedBatches(store, now())) {
			if (batches.some(({ id }) => id === batch.id)) continue;
			batches.push(batch);
			captured += batch.size;
		}
	};
	const settle = (batch: Batch, accepted: boolean) => {
		store.remove(NAME + batch.id);
		if (!batches.includes(batch)) return;
		batches = batches.filter((other) => other !== batch);
		if (accepted) delivered += batch.size;
		else dropped += batch.size;
	};
	const push = (rest: Pick<Batch, "session" | "body" | "size" | "path">) => {
		const batch: Batch = { id: newId(), born: now(), ...rest };
		batches.push(batch);
		store.set(NAME + batch.id, JSON.stringify(batch));
	};
	const cut = () => {
		if (!filling.length) return;
		push({ session, body: JSON.stringify({ events: filling }), size: filling.length });
		filling = [];
		while (sizeOf(batches) > MAX_QUEUED_EVENTS && batches[0]) settle(batches[0], false);
	};
	adopt();
	return {
		adopt,
		cut,
		settle,
		add(id, event) {
			if (id !== session) cut();
			session = id;
			captured++;
			if (filling.push(event) >= BATCH_SIZE) cut();
		},
		addOutcome(id, outcome) {
			cut();
			push({ session: id, body: JSON.stringify(outcome), size: 0, path: "outcomes" });
		},
		isComplete: () => filling.every(({ type, answered }) => !/click/.test(type) || answered !== undefined),
		waiting: () => batches,
		clear() {
			for (const batch of batches) settle(batch, false);
			dropped += filling.length;
			filling = [];
		},
		counts: () => ({ captured, delivered, queued: sizeOf(batches) + filling.length, dropped }),
	};
}

const sizeOf = (batches: readonly Batch[]) => batches.reduce((sum, batch) => sum + batch.size, 0);

/** The batches in the tab's storage. Unreadable and expired ones are removed. */
function storedBatches(store: Store, now: number): Batch[] {
	const found: Batch[] = [];
	for (const name of store.names().filter((name) => name.startsWith(NAME))) {
		const batch = parse(store.get(name));
		if (batch && now - batch.born < MAX_AGE_MS) found.push(batch);
		else store.remove(name);
	}
	return found.sort((a, b) => a.born - b.born);
}

function parse(text: string | null): Batch | null {
	try {
		const batch = JSON.parse(text ?? "");
		return typeof batch.body === "string" && batch.size >= 0 && batch.session ? batch : null;
	} catch {
		return null;
	}
}
