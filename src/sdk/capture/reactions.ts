import type { CapturedEvent } from "../public.d.ts";
import type { Scope } from "./scope.ts";

/** Dead-click detectors wait as long for the page to react (PostHog: no mutation within 2,500 ms). */
const ANSWER_MS = 2_500;
/** After this long, no reaction so far is what a batch says that is sent now. */
const SO_FAR_MS = 1_000;
/** What a click can set off besides a change of the page. */
const REACTIONS = ["focusin", "input", "change", "toggle", "scroll", "play", "pause"] as const;

/**
 * Watches whether the page reacts to a click, and writes it into the event as `answered`, as long as the event is not
 * sent. What changes is not looked at, only that something does.
 */
export function createReactionWatch({ on, after }: Scope): (click: CapturedEvent, target: Element) => void {
	const waiting = new Set<CapturedEvent>();
	const stopWatching = (click: CapturedEvent) => {
		waiting.delete(click);
		if (!waiting.size) observer.disconnect();
	};
	const react = () => {
		for (const click of waiting) {
			click.answered = true;
			stopWatching(click);
		}
	};
	const observer = new MutationObserver(react);
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
