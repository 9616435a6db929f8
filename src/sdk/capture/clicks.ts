import { contextOfClick } from "./click-context.ts";
import { targetOf } from "./elements.ts";
import { createRageDetector } from "./rage.ts";
import type { Scope } from "./scope.ts";

/** `click`, and `rage_click` in place of the click that completes a series of three. */
export function captureClicks({ on, emit, now }: Scope): void {
	const isRage = createRageDetector();
	on("click", (event) => {
		const target = targetOf(event);
		if (!target || isForwarded(target)) return;
		// Enter and Space produce clicks without a position.
		if (event.detail === 0) return emit("click");
		const place = { x: Math.round(event.clientX), y: Math.round(event.clientY) };
		const context = contextOfClick(target, event.detail);
		if (context) return emit("click", { ...place, context });
		emit(isRage({ ...place, at: now() }) ? "rage_click" : "click", place);
	});
}

/** A click on a label makes the browser send a second one to its field: only the latter is reported. */
function isForwarded(target: Element): boolean {
	const control = target.closest("label")?.control;
	return !!control && !control.contains(target);
}
