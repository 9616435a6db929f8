import type { ClickContext } from "../../click-contexts.ts";
import { contextOfClick } from "./click-context.ts";
import { targetOf } from "./elements.ts";
import { createRageDetector } from "./rage.ts";
import { createReactionWatch } from "./reactions.ts";
import type { Scope } from "./scope.ts";

/** `click`, and `rage_click` in place of the click that completes a series of three. */
export function captureClicks(scope: Scope): void {
	const { on, emit, now } = scope;
	const isRage = createRageDetector();
	const watchReaction = createReactionWatch(scope);
	let isHeld = false;
	on("keydown", ({ repeat }) => {
		isHeld = repeat;
	});
	on("keyup", () => {
		isHeld = false;
	});
	const report = (event: MouseEvent, target: Element, answered?: false) => {
		// Enter and Space produce clicks without a position.
		const place =
			event.detail === 0 && event.type === "click"
				? {}
				: { x: Math.round(event.clientX), y: Math.round(event.clientY) };
		const context = contextOfClick(target, event.detail);
		const type = typeOf(place, context);
		const click = emit(type, {
			...place,
			...(context && { context }),
			...(answered === false && { answered }),
		});
		if (click && answered === undefined) watchReaction(click, target);
	};
	// A disabled button gets no clicks, and says nothing to whoever presses it.
	on("pointerup", (event) => {
		const target = targetOf(event);
		if (target?.closest(":disabled")) report(event, target, false);
	});
	on("click", (event) => {
		const target = targetOf(event);
		// A key that is held down clicks again and again.
		const isRepeated = isHeld && event.detail === 0;
		if (target && !isForwarded(target) && !isRepeated) report(event, target);
	});
	const typeOf = ({ x, y }: { x?: number; y?: number }, context: ClickContext | undefined) => {
		if (x === undefined || y === undefined || context) return "click";
		return isRage({ x, y, at: now() }) ? "rage_click" : "click";
	};
}

/** A click on a label makes the browser send a second one to its field: only the latter is reported. */
function isForwarded(target: Element): boolean {
	const control = target.closest("label")?.control;
	return !!control && !control.contains(target);
}
