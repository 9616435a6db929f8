import { SESSION_IDLE_LIMIT_MS } from "../session.ts";
import type { Scope } from "./scope.ts";

const FIRST_MS = 30_000;
/** Background timers are late by a minute at most; such pages are hidden. */
const HELD_UP_MS = 3_000;
/** In another tab, window or dialog, or in a frame of another site, such as a payment form: nothing can be seen of it. */
const isElsewhere = (): boolean =>
	document.hidden || !document.hasFocus() || document.activeElement instanceof HTMLIFrameElement;

/** Whoever watches or listens needs no pointer. Silent videos that play by themselves are decoration. */
const isListening = (): boolean =>
	[...document.querySelectorAll<HTMLMediaElement>("video,audio")].some(
		({ paused, muted, loop, autoplay }) => !paused && !(muted && (loop || autoplay)),
	);

const ACTIVITY = ["pointermove", "pointerdown", "keydown", "wheel", "touchmove"] as const;

/**
 * `idle`: no activity on a visible page for 30 s, then again at each doubling (1 min, 2 min, …) while the session
 * lasts. `duration_ms` is the total idle time so far.
 */
export function captureIdle({ on, emit, after, now }: Scope): void {
	let lastActivity = now();
	let threshold = FIRST_MS;
	let due = lastActivity + FIRST_MS;

	const wake = () => {
		lastActivity = now();
		threshold = FIRST_MS;
	};
	const look = () => {
		// A dialog of the browser, or sleep, holds up the page.
		const wasHeldUp = now() - due > HELD_UP_MS;
		if (wasHeldUp || isElsewhere() || isListening()) wake();
		const still = now() - lastActivity;
		if (still >= threshold) {
			emit("idle", { duration_ms: still });
			threshold *= 2;
		}
		const wait = Math.min(threshold - (now() - lastActivity), SESSION_IDLE_LIMIT_MS);
		due = now() + wait;
		after(wait, look);
	};
	for (const type of ACTIVITY) on(type, wake);
	on("visibilitychange", wake);
	after(FIRST_MS, look);
}
