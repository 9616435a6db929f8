import { scrubMessage } from "../mask.ts";
import type { Scope } from "./scope.ts";

/** The same error again within this time, without interaction in between, is the same error in a loop. */
const LOOP_MS = 10_000;
/** Invisible browser noise, and muted errors from cross-origin scripts. */
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
	const onActivity = () => {
		last = "";
	};
	on("pointerdown", onActivity);
	on("keydown", onActivity);
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
