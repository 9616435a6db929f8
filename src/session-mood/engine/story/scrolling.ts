import { FIELD, fieldOf } from "../encode.ts";
import { isFillingIn } from "./fields.ts";
import { between, type Moment } from "./moment.ts";

/** Time to read what is on the screen. */
const READING_MS = 3500;
const LONGEST_READING_MS = 120_000;
const HURRIED_MS = 3000;
const HURRIED_PX_PER_S = 1800;

export function onScroll(moment: Moment): void {
	const direction = fieldOf(moment.event, FIELD.direction);
	const speed = fieldOf(moment.event, FIELD.speed);
	const sinceScroll = moment.since("scrolledAt");
	const stood = Math.min(sinceScroll, moment.since("pageAt"));
	const hasTurned = direction === -moment.get("scrollDirection");
	const isUpAgain = hasTurned && direction < 0;
	if (stood >= READING_MS && stood <= LONGEST_READING_MS && !isUpAgain) moment.tell("reading_pace");
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
	moment.set("answered", 1);
	moment.set("clickedLast", 0);
	moment.resume("reading_on");
}

export function onBacktrack(moment: Moment): void {
	if (isFillingIn(moment)) moment.tell("doubt_in_form");
	if (moment.since("backtrackedAt") < 20_000) moment.tell("repeated_backtracks");
	moment.set("backtrackedAt", moment.at);
}

/** Resting on something says little by itself; while going back and forth it is looking for something. */
export function onHover(moment: Moment): void {
	if (isFillingIn(moment)) moment.tell("doubt_in_form");
	if (Math.min(moment.since("backtrackedAt"), moment.since("backAt")) < 40_000) moment.tell("hover_run");
	moment.resume("reading_on");
}
