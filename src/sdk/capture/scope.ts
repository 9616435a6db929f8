import { guard } from "../guard.ts";
import type { CapturedEvent, EventType } from "../public.d.ts";

type EventMap = DocumentEventMap & WindowEventMap;
export type Fields = Omit<CapturedEvent, "type" | "ts">;

/** Everything a capture may use. Closing the scope removes all its listeners and timers. */
export interface Scope {
	now(): number;
	/** The event as it waits to be sent; undefined if it is not captured. */
	emit(type: EventType, fields?: Fields): CapturedEvent | undefined;
	/** Listens to trusted events only, not those dispatched by scripts; on `document` by default. */
	on<K extends keyof EventMap>(type: K, handler: (event: EventMap[K]) => void, target?: EventTarget): void;
	/** Runs the task once after a delay. Returns a function that cancels it. */
	after(delayMs: number, task: () => void): () => void;
	/** Runs the task when the scope is closed. */
	onClose(task: () => void): void;
}

export interface ClosableScope extends Scope {
	close(): void;
}

/** Listeners are passive and capture events before the page can stop their propagation. */
export function createScope(now: () => number, emit: Scope["emit"]): ClosableScope {
	const closing = new AbortController();
	const { signal } = closing;
	const timers = new Set<ReturnType<typeof setTimeout>>();
	return {
		now,
		emit: (type, fields) => (signal.aborted ? undefined : emit(type, fields)),
		on(type, handler, target = document) {
			const listener = guard((event: Event) => {
				// WebKit does not trust its own rejections.
				if (event.isTrusted || type === "unhandledrejection") handler(event as EventMap[typeof type]);
			});
			target.addEventListener(type, listener, { capture: true, passive: true, signal });
		},
		after(delayMs, task) {
			const timer = setTimeout(() => {
				timers.delete(timer);
				guard(task)();
			}, delayMs);
			timers.add(timer);
			return () => {
				clearTimeout(timer);
				timers.delete(timer);
			};
		},
		onClose: (task) => signal.addEventListener("abort", task),
		close() {
			closing.abort();
			for (const timer of timers) clearTimeout(timer);
		},
	};
}
