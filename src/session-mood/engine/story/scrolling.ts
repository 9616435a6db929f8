import { FIELD, fieldOf } from "../encode.ts";
import { isFillingIn } from "./fields.ts";
import { between, type Moment } from "./moment.ts";

/** Time to read what is on the screen. */
const READING_MS = 3500;
const LONGEST_READING_MS = 120_000;
const HURRIED_MS = 3000;
const HURRIED_PX_PER_S = 1800;
const SLOW_PX_PER_S = 450;
const WITH_SCROLL_MS = 500;
const RE_READING = 0.3;
const TOO_FAST_TO_READ = 4000;
/** Who has just sent a form scrolls to see what became of it. */
const IN_FORM_MS = 20_000;

export function onScroll(moment: Moment): void {
	const direction = fieldOf(moment.event, FIELD.direction);
	const speed = fieldOf(moment.event, FIELD.speed);
	const sinceScroll = moment.since("scrolledAt");
	const stood = Math.min(sinceScroll, moment.since("pageAt"));
	const hasTurned = direction === -moment.get("scrollDirection");
	const isUpAgain = hasTurned && direction < 0;
	const isInForm = isFillingIn(moment) || moment.since("submittedAt") < IN_FORM_MS;
	if (!isInForm && !(speed >= TOO_FAST_TO_READ)) moment.tell("scrolled_about");
	if (!isInForm && stood >= READING_MS && stood <= LONGEST_READING_MS && !isUpAgain)
		moment.tell("reading_pace");
	if (stood >= READING_MS && stood !== Number.POSITIVE_INFINITY) moment.tell("calm");
	// Soon after a click it is a jump to where the link leads.
	if (speed >= HURRIED_PX_PER_S && sinceScroll < HURRIED_MS && moment.since("clickAt") > 1000) {
		const haste = between(speed, [
			[HURRIED_PX_PER_S, 0.4],
			[4000, 1],
		]);
		moment.tell("hurried_scroll", haste * (hasTurned || Number.isNaN(direction) ? 1 : 0.2));
	}
	if (!Number.isNaN(direction)) moment.set("scrollDirection", direction);
	moment.set("scrolledAt", moment.at);
	moment.set("stoodStill", Math.min(stood, LONGEST_READING_MS));
	moment.set("scrollSpeed", Number.isNaN(speed) ? HURRIED_PX_PER_S : speed);
	moment.set("clicksInPlace", 0);
	moment.set("answered", 1);
	moment.set("clickedLast", 0);
	moment.resume("reading_on");
}

/** Line by line, as with a screen magnifier: turning back is reading again. */
function isReadingSlowly(moment: Moment): boolean {
	// A reversal is reported with the scroll back, a little before or after it.
	const sinceScroll = moment.since("scrolledAt");
	const stood = sinceScroll < WITH_SCROLL_MS ? moment.get("stoodStill") : sinceScroll;
	return stood >= READING_MS && moment.get("scrollSpeed") <= SLOW_PX_PER_S;
}

export function onBacktrack(moment: Moment): void {
	if (isFillingIn(moment)) moment.tell("doubt_in_form");
	const share = isReadingSlowly(moment) ? RE_READING : 1;
	moment.tell("turned_back", share);
	if (moment.since("backtrackedAt") < 20_000) moment.tell("repeated_backtracks", share);
	moment.set("backtrackedAt", moment.at);
}

/** Resting on something says little by itself; while going back and forth it is looking for something. */
export function onHover(moment: Moment): void {
	if (isFillingIn(moment)) moment.tell("doubt_in_form");
	if (Math.min(moment.since("backtrackedAt"), moment.since("backAt")) < 40_000) moment.tell("hover_run");
	moment.resume("reading_on");
}
