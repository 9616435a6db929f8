import type { CapturedEvent } from "../public.d.ts";
import type { Scope } from "./scope.ts";

/** Dead-click detectors wait as long for the page to react (PostHog: no mutation within 2,500 ms). */
const ANSWER_MS = 2_500;
/** What a click can set off besides a change of the page. */
const REACTIONS = ["focusin", "input", "change", "toggle", "scroll", "play", "pause"] as const;

/**
 * Watches whether the page reacts to a click, and writes it into the event as `answered`, as long as the event is not
 * sent. What changes is not looked at, only that something does.
 */
export function createReactionWatch({ on, after }: Scope): (click: CapturedEvent, target: Element) => void {
	const waiting = new Set<CapturedEvent>();
	const conclude = (click: CapturedEvent, answered: boolean) => {
		if (waiting.delete(click)) click.answered = answered;
		if (!waiting.size) observer.disconnect();
	};
	const react = () => {
		for (const click of waiting) conclude(click, true);
	};
	const observer = new MutationObserver(react);
	for (const type of REACTIONS) on(type, react);
	return (click, target) => {
		waiting.add(click);
		for (const root of new Set([document, target.getRootNode()]))
			observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
		after(ANSWER_MS, () => conclude(click, false));
	};
}
