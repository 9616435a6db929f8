import { interactiveAround, targetOf } from "./elements.ts";
import type { Scope } from "./scope.ts";

const MIN_HOVER_MS = 1_500;
/** A pointer that rests for longer was left there unintentionally. */
const MAX_HOVER_MS = 30_000;

/** `hover`: the pointer rested on a link, button or field and left without a click or key press. */
export function captureHover({ on, emit, now }: Scope): void {
	let over: Element | null = null;
	let since = 0;
	let place = { x: 0, y: 0 };

	const leave = () => {
		const duration_ms = now() - since;
		if (over && duration_ms >= MIN_HOVER_MS && duration_ms < MAX_HOVER_MS)
			emit("hover", { ...place, duration_ms });
		over = null;
	};
	const cancel = () => {
		since = Number.POSITIVE_INFINITY;
	};
	on("pointerover", (event) => {
		const target = interactiveAround(targetOf(event));
		if (target === over || event.pointerType === "touch") return;
		leave();
		over = target;
		since = now();
		place = { x: Math.round(event.clientX), y: Math.round(event.clientY) };
	});
	on("pointerleave", leave, document.documentElement);
	on("pointerdown", cancel);
	on("keydown", cancel);
}
