import { scrubMessage } from "../mask.ts";
import type { Scope } from "./scope.ts";

/** The same fault again within this time, with nothing done since, is one fault in a loop. */
const LOOP_MS = 10_000;
/** Browser noise that nobody sees, and errors of other origins that say nothing of this page. */
const NOISE = /^ResizeObserver loop|^Script error\.?$/;
const EXTENSION = /^[a-z-]*extension:/;

/** `error`: uncaught JavaScript errors and unhandled rejections, scrubbed. */
export function captureErrors({ on, emit, now }: Scope): void {
	let last = "";
	let lastAt = 0;
	const report = (text: string) => {
		const message = scrubMessage(text);
		const looping = message === last && now() - lastAt < LOOP_MS;
		last = message;
		lastAt = now();
		if (!looping) emit("error", { message });
	};
	const act = () => {
		last = "";
	};
	on("pointerdown", act);
	on("keydown", act);
	on(
		"error",
		(event) => {
			const isScriptError = event instanceof ErrorEvent && !EXTENSION.test(event.filename);
			if (isScriptError && !NOISE.test(event.message)) report(event.message);
		},
		window,
	);
	on("unhandledrejection", ({ reason }) => reason?.name !== "AbortError" && report(describe(reason)), window);
}

function describe(reason: unknown): string {
	if (reason instanceof Error) return `${reason.name}: ${reason.message}`;
	return typeof reason === "string" ? reason : "Unhandled rejection";
}
