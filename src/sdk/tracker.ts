import { ignoreAlso } from "./capture/elements.ts";
import { captureAll } from "./capture/index.ts";
import { createScope, type Fields } from "./capture/scope.ts";
import { scrubMessage } from "./mask.ts";
import type { CapturedEvent, EventType, Intervention, MoodReading, State, Status } from "./public.d.ts";
import { createQueue } from "./queue.ts";
import { createSender } from "./sender.ts";
import { createSession } from "./session.ts";
import type { Started } from "./started.ts";
import type { Store } from "./store.ts";
import { type Answer, createPost } from "./transport.ts";
import { warn } from "./warn.ts";
import { createWatch, type Watch } from "./watch.ts";

/** Events without interaction neither extend nor start a session. */
const PASSIVE_EVENTS: readonly EventType[] = ["idle", "error"];
const ADOPTION_DELAY_MS = 1_000;
const IGNORE = "ignore";

export interface Tracker {
	trackError(message: string): void;
	outcome(goal: string, value?: number): void;
	/** Watches the session, so that moods and interventions are told at once. */
	watch(): void;
	status(): Status;
	/** Stops capturing and sending, and discards undelivered events. */
	stop(): void;
}

export interface TrackerParts extends Started {
	/** The tab's storage, and that of all tabs of the site. */
	readonly store: Store;
	readonly site: Store;
	readonly onEvent: (event: CapturedEvent) => void;
	readonly onReading: (reading: MoodReading) => void;
	readonly onIntervention: (intervention: Intervention) => void;
	/** Whether somebody wants to know moods at once. */
	readonly isLive: () => boolean;
}

/** Starts capturing and sending events. */
export function createTracker(parts: TrackerParts): Tracker {
	const { key, sessionId, tabs, store, site, onEvent, onReading, onIntervention, isLive } = parts;
	const api = parts.api.replace(/\/+$/, "");
	const now = () => Date.now();
	const session = createSession(tabs === "joined" ? site : store, now, newId, sessionId);
	const queue = createQueue(store, now, newId);
	const post = createPost(api, key, now);
	let state: State = "running";

	const emit = (type: EventType, fields?: Fields) => {
		const id = PASSIVE_EVENTS.includes(type) ? session.current() : session.touch();
		if (!id) return undefined;
		const event: CapturedEvent = { type, ts: now() / 1_000, ...fields };
		queue.add(id, event);
		watch?.follow(id);
		onEvent(event);
		sender.nudge();
		return event;
	};
	const stop = () => {
		scope.close();
		watch?.stop();
		sender.stop();
		queue.clear();
	};
	const onKeyRefused = () => {
		state = "key_refused";
		warn("its key was refused. It may be revoked, or not allow this site's origin.");
		stop();
	};
	const onAnswer = ({ reading, intervention, settings }: Answer) => {
		if (settings) {
			ignoreAlso(settings.ignore);
			store.set(IGNORE, JSON.stringify(settings.ignore));
		}
		if (reading) onReading(reading);
		if (intervention) onIntervention(intervention);
	};
	let watch: Watch | undefined;
	ignoreAlso(JSON.parse(store.get(IGNORE) ?? "[]"));
	const sender = createSender({ queue, post, store, now, isLive, onAnswer, onKeyRefused });
	const scope = createScope(now, emit);
	const resume = () => {
		queue.adopt();
		sender.restore();
	};
	// Restored from the back/forward cache. The page that was left stores its pending batches only after this event.
	const onShow = ({ persisted }: PageTransitionEvent) => persisted && scope.after(ADOPTION_DELAY_MS, resume);
	scope.on("pageshow", onShow, window);
	scope.on("pagehide", sender.leave, window);
	scope.on("visibilitychange", () => document.hidden && sender.leave());
	scope.on("online", sender.wake, window);
	captureAll(scope);
	return {
		stop,
		watch() {
			watch ??= createWatch(api, key, ({ type, ...message }) =>
				type === "mood" ? onReading(message as never) : onIntervention(message as never),
			);
			const id = session.current();
			if (id) watch.follow(id);
		},
		outcome(goal, value) {
			const id = session.current();
			if (!id) return;
			queue.addOutcome(id, value === undefined ? { goal } : { goal, value });
			sender.nudge();
		},
		trackError: (message) => scope.emit("error", { message: scrubMessage(message) }),
		status: () => ({ state, session_id: session.current(), ...queue.counts() }),
	};
}

/** An id with at least 122 random bits. `randomUUID` is unavailable on pages without https. */
function newId(): string {
	if (crypto.randomUUID) return crypto.randomUUID();
	const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
		byte.toString(16).padStart(2, "0"),
	);
	return hex.join("");
}
