import type { LivedSession, PersonEvent } from "./person.ts";

/** An error is the answer to a click that came at most so many seconds before. */
const ANSWER = 2.5;
/** Clicks on something dead, as near each other as one person's on one thing, in pixels. */
const SAME_THING = 60;

const isNear = (a: PersonEvent, b: PersonEvent): boolean =>
	Math.abs((a.x ?? 0) - (b.x ?? 0)) + Math.abs((a.y ?? 0) - (b.y ?? 0)) < SAME_THING;
const isClick = ({ type }: PersonEvent): boolean => type === "click" || type === "rage_click";

/**
 * When something failed for a person, in seconds: an error right after a click, a form that came back, or a click on the
 * same dead thing again.
 */
export function failuresOf({ family, events }: LivedSession): number[] {
	let click: PersonEvent | undefined;
	let page: string | undefined;
	let hasFields = false;
	return events.flatMap((event) => {
		const { t, type, url } = event;
		let failed = false;
		if (type === "error") failed = click !== undefined && t - click.t <= ANSWER;
		if (isClick(event)) {
			failed = family.deadClicks === true && click !== undefined && isNear(click, event);
			click = event;
		}
		if (type === "focus") hasFields = true;
		if (type === "page_view") {
			failed = hasFields && url === page;
			hasFields = false;
			page = url;
			click = undefined;
		}
		return failed ? [t] : [];
	});
}

/** When it was over for somebody who recovers: the first new page after the last failure, in seconds. */
export function successOf(session: LivedSession): number | undefined {
	const last = failuresOf(session).at(-1);
	if (!session.family.recovers || last === undefined) return undefined;
	const seen = new Set(session.events.filter(({ t }) => t <= last).map(({ url }) => url));
	return session.events.find(({ t, type, url }) => t > last && type === "page_view" && !seen.has(url))?.t;
}
