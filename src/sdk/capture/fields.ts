import { isField, targetOf } from "./elements.ts";
import type { Scope } from "./scope.ts";

/** `focus` and `blur` of form fields. Switching windows is neither if the field keeps its focus. */
export function captureFields({ on, emit }: Scope): void {
	let focused: Element | null = null;
	on("focusin", (event) => {
		const target = targetOf(event);
		if (!target || target === focused || !isField(target)) return;
		focused = target;
		emit("focus");
	});
	on("focusout", (event) => {
		if (!focused || event.composedPath()[0] !== focused || document.activeElement === focused) return;
		focused = null;
		emit("blur");
	});
}
