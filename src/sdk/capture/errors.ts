import { scrubMessage } from "../mask.ts";
import type { Scope } from "./scope.ts";

/** Errors within this time, without interaction in between, are one incident. */
const INCIDENT_MS = 10_000;
/** Different messages reported of one incident; each of them once. */
const MOST_AN_INCIDENT = 5;
/** Invisible browser noise, and muted errors from cross-origin scripts. */
const NOISE = /^ResizeObserver loop|^Script error\.?$/;
const EXTENSION = /^[a-z-]*extension:/;
/** A request that begins this soon after the visitor's act belongs to it. */
const AFTER_ACT_MS = 1_000;
const BY_SCRIPT = /^(fetch|xmlhttprequest)$/;
const OWN_REQUEST = /\/v1\/sessions\/[^/]+\/events\?/;

/** Whether a script of the page failed: not a picture that did not load, an extension, or the browser's own noise. */
export const isPageError = (event: Event): event is ErrorEvent =>
	event instanceof ErrorEvent && !EXTENSION.test(event.filename) && !NOISE.test(event.message);

/**
 * `error`: uncaught JavaScript errors and unhandled rejections, scrubbed; forms that the browser refuses; and requests
 * that fail right after the visitor did something, by their status alone.
 */
export function captureErrors({ on, emit, now, onClose }: Scope): void {
	const reported = new Set<string>();
	let lastAt = 0;
	let actedAt = Number.NEGATIVE_INFINITY;
	const report = (text: string) => {
		const message = scrubMessage(text);
		if (now() - lastAt >= INCIDENT_MS) reported.clear();
		lastAt = now();
		if (reported.has(message) || reported.size >= MOST_AN_INCIDENT) return;
		reported.add(message);
		emit("error", { message });
	};
	const onActivity = (event: Event) => {
		reported.clear();
		actedAt = event.timeStamp;
	};
	on("pointerdown", onActivity);
	on("keydown", onActivity);
	on(
		"error",
		(event) => {
			// Only Chromium begins its messages so.
			if (isPageError(event)) report(event.message.replace(/^Uncaught /, ""));
		},
		window,
	);
	on("unhandledrejection", ({ reason }) => reason?.name !== "AbortError" && report(describe(reason)), window);
	on("invalid", () => report("The browser refused the form: a field is missing or invalid"));
	const requests = new PerformanceObserver((list) => {
		for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
			const waited = entry.startTime - actedAt;
			const isAnswer = waited >= 0 && waited < AFTER_ACT_MS && BY_SCRIPT.test(entry.initiatorType);
			if (entry.responseStatus >= 400 && isAnswer && !OWN_REQUEST.test(entry.name))
				report(`Request failed: ${entry.responseStatus}`);
		}
	});
	requests.observe({ type: "resource" });
	onClose(() => requests.disconnect());
}

function describe(reason: unknown): string {
	if (reason instanceof Error) return `${reason.name}: ${reason.message}`;
	return typeof reason === "string" ? reason : "Unhandled rejection";
}
