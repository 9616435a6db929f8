import { isTextField, targetOf } from "./elements.ts";
import type { Scope } from "./scope.ts";

/** The usual pause threshold in writing research (keystroke logging, e.g. Inputlog). */
const PAUSE_MS = 2_000;

/** `input_pause`: a pause while typing in a field, reported when typing resumes. The text itself is never read. */
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
