import { targetOf } from "./elements.ts";
import type { Scope } from "./scope.ts";
import { createScrollFold } from "./scroll-fold.ts";

const PAUSE_MS = 150;
/** Scrolling later than this after the last wheel, key or touch input is programmatic. */
const USER_SCROLL_MS = 1_000;

/**
 * `scroll`, once per run in one direction, and `backtrack` for an unexpected reversal. Positions are read only in
 * scroll events, where layout is up to date anyway.
 */
export function captureScroll({ on, emit, after, now }: Scope): void {
	const folds = new WeakMap<Element, ReturnType<typeof createScrollFold>>();
	let lastInput = 0;
	let current: Element | undefined;
	let cancelPause = () => {};

	const finish = () => {
		for (const { type, ...fields } of (current && folds.get(current)?.finish()) ?? []) emit(type, fields);
	};
	const foldOf = (element: Element) => {
		const known = folds.get(element);
		if (known) return known;
		const fold = createScrollFold();
		folds.set(element, fold);
		return fold;
	};
	for (const type of ["wheel", "touchmove", "keydown", "pointerdown"] as const) {
		on(type, () => {
			lastInput = now();
		});
	}
	// What scrolls after a click was scrolled by the page: a link to a heading, a button back to the top.
	on("click", () => {
		lastInput = 0;
	});
	if (document.scrollingElement)
		foldOf(document.scrollingElement).rest(positionOf(document.scrollingElement, now()));
	on("scroll", (event) => {
		const element = event.target === document ? document.scrollingElement : targetOf(event);
		if (!element) return;
		const fold = foldOf(element);
		const position = positionOf(element, now());
		if (!fold.isRunning() && position.at - lastInput > USER_SCROLL_MS) return fold.rest(position);
		if (current !== element) finish();
		current = element;
		for (const { type, ...fields } of fold.move(position, lastInput)) emit(type, fields);
		cancelPause();
		cancelPause = after(PAUSE_MS, finish);
	});
}

const positionOf = ({ scrollTop, scrollHeight, clientHeight }: Element, at: number) => ({
	top: scrollTop,
	room: scrollHeight - clientHeight,
	height: clientHeight,
	at,
});
