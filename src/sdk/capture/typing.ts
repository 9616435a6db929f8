import { isTextField, targetOf } from "./elements.ts";
import type { Scope } from "./scope.ts";

/** The usual threshold of a pause in writing research (keystroke logging, e.g. Inputlog). */
const PAUSE_MS = 2_000;

/** `input_pause`: stopped typing in the middle of a field, then went on. What is typed is never looked at. */
export function captureTyping({ on, emit, now }: Scope): void {
	let field: Element | null = null;
	let lastKey = 0;
	on("input", (event) => {
		const target = targetOf(event);
		if (!target || !isTextField(target)) return;
		const paused = now() - lastKey;
		if (target === field && paused >= PAUSE_MS) emit("input_pause", { duration_ms: paused });
		field = target;
		lastKey = now();
	});
	on("focusout", () => {
		field = null;
	});
}
