import { interactiveAround, targetOf } from "./elements.ts";
import type { Scope } from "./scope.ts";

const LONG_MS = 1_500;
/** A pointer that rests longer was parked, not pointing. */
const PARKED_MS = 30_000;

/** `hover`: the pointer stayed on a link, button or field and left it without a click or a key. */
export function captureHover({ on, emit, now }: Scope): void {
	let over: Element | null = null;
	let since = 0;
	let place = { x: 0, y: 0 };

	const leave = () => {
		const duration_ms = now() - since;
		if (over && duration_ms >= LONG_MS && duration_ms < PARKED_MS) emit("hover", { ...place, duration_ms });
		over = null;
	};
	const used = () => {
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
	on("pointerdown", used);
	on("keydown", used);
}
