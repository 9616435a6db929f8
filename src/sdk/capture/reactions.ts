import type { CapturedEvent } from "../public.d.ts";
import { isPageError } from "./errors.ts";
import type { Scope } from "./scope.ts";

/** Dead-click detectors wait as long for the page to react (PostHog: no mutation within 2,500 ms). */
const ANSWER_MS = 2_500;
/** After this long, no reaction so far is what a batch says that is sent now. */
const SO_FAR_MS = 1_000;
/** What a click can set off besides a change of the page. */
const REACTIONS = ["focusin", "input", "change", "toggle", "scroll", "play", "pause"] as const;

/** What a page marks so is none of the visitor's business, such as a panel that shows what is captured. */
const isIgnored = (node: Node): boolean =>
	!!(node instanceof Element ? node : node.parentElement)?.closest("[data-undertone-ignore]");

/**
 * Watches whether the page reacts to a click, other than by an error, and writes it into the event as `answered`, as
 * long as the event is not sent. What changes is not looked at, only that something does.
 */
export function createReactionWatch({ on, after }: Scope): (click: CapturedEvent, target: Element) => void {
	const waiting = new Set<CapturedEvent>();
	const stopWatching = (click: CapturedEvent) => {
		waiting.delete(click);
		if (!waiting.size) observer.disconnect();
	};
	const conclude = (answered: boolean) => () => {
		for (const click of waiting) {
			click.answered = answered;
			stopWatching(click);
		}
	};
	const react = conclude(true);
	// A message that something failed is a change of the page too, but no answer.
	const fail = conclude(false);
	on("error", (event) => isPageError(event) && fail(), window);
	on("unhandledrejection", fail, window);
	const observer = new MutationObserver((changes) => {
		if (changes.some(({ target }) => !isIgnored(target))) react();
	});
	for (const type of REACTIONS) on(type, react);
	return (click, target) => {
		waiting.add(click);
		for (const root of new Set([document, target.getRootNode()]))
			observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
		after(SO_FAR_MS, () => {
			click.answered ??= false;
		});
		after(ANSWER_MS, () => stopWatching(click));
	};
}
