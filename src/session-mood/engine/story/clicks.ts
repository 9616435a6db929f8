import { distance, FIELD, fieldOf, hasContext, wasAnswered } from "../encode.ts";
import { NOWHERE } from "../patterns/detector.ts";
import { doubtAboutForm, isNextRecord } from "./fields.ts";
import { type Moment, UNKNOWN } from "./moment.ts";

const NEAR_PX = 30;
const SAME_BUTTON_PX = 40;
/** A key that is held down repeats by itself. */
const KEY_REPEAT_MS = 50;
const QUICK_MS = 1500;
/** A longer run is a game or a counter, where every click is answered; so are the next ones there. */
const LONGEST_RUN = 8;
const STEADY_RUN = 3;
const HAMMERING = 4;
/** A dead button is given up after some tries. */
const MOST_TRIES = 6;
/** So many clicks at different places of a page that stays are work in it: a board, a puzzle, an editor. */
const WORK_CLICKS = 4;
const LONGEST_THOUGHT_MS = 45_000;

/** Clicks in a place where quick repeated ones are normal say only that the person goes on. */
export function onClick(moment: Moment): void {
	if (hasContext(moment.event)) {
		moment.set("answered", 1);
		moment.set("clickRun", 0);
	} else if (isHeldKey(moment)) {
		moment.set("clickAt", moment.at);
		return;
	} else {
		const before = clickBefore(moment);
		countRuns(moment, before);
		countTries(moment, before);
		noticeWork(moment, before);
		if (isQuickElsewhere(moment, before)) moment.tell("quick_clicks");
		if (isDead(moment) && !before.isNear) moment.tell("dead_click");
		if (isRetry(moment, before)) moment.tell("retry");
		noticeSubmit(moment);
		moment.set("clickX", moment.hasPlace ? fieldOf(moment.event, FIELD.x) : NOWHERE);
		moment.set("clickY", moment.hasPlace ? fieldOf(moment.event, FIELD.y) : NOWHERE);
		moment.set("clickHasPlace", Number(moment.hasPlace));
		moment.set("answered", 0);
		moment.set("clickAnswered", Number(wasAnswered(moment.event) ?? UNKNOWN));
	}
	moment.set("clickAt", moment.at);
	moment.set("clickedLast", 1);
	moment.resume(moment.hasPlace ? "reading_on" : "working_on");
}

/** The page is known not to have reacted to either click. */
const isDead = (moment: Moment): boolean =>
	moment.get("clickAnswered") === 0 && wasAnswered(moment.event) === false;

const isHeldKey = (moment: Moment): boolean => {
	const waited = moment.since("clickAt");
	return waited > 0 && waited < KEY_REPEAT_MS;
};

/** The click compared with the one before it. */
interface ClickBefore {
	/** Milliseconds. */
	waited: number;
	isNear: boolean;
	/** Neither has a place: keys. */
	areKeys: boolean;
	wasAnswered: boolean;
}

function clickBefore(moment: Moment): ClickBefore {
	const waited = moment.since("clickAt");
	return {
		waited,
		isNear: distance(moment.event, moment.get("clickX"), moment.get("clickY")) < NEAR_PX,
		areKeys: !moment.hasPlace && moment.get("clickHasPlace") === 0 && waited !== Number.POSITIVE_INFINITY,
		wasAnswered: moment.get("answered") === 1 || moment.get("clickAnswered") === 1,
	};
}

function countRuns(moment: Moment, { waited, isNear, areKeys, wasAnswered }: ClickBefore): void {
	// Clicks of the same instant were sent without a time and say nothing of their speed.
	const goesOn = waited > 0 && waited < QUICK_MS && !wasAnswered;
	const clicks = isNear && goesOn ? moment.get("clickRun") + 1 : 1;
	const keys = areKeys && goesOn ? moment.get("keyRun") + 1 : 1;
	moment.set("clickRun", clicks);
	moment.set("keyRun", keys);
	if (clicks > LONGEST_RUN) {
		moment.set("steadyX", fieldOf(moment.event, FIELD.x));
		moment.set("steadyY", fieldOf(moment.event, FIELD.y));
	}
	if (clicks >= STEADY_RUN && isAtSteadySpot(moment)) moment.tell("steady_clicking");
	if (keys >= HAMMERING) moment.tell("key_hammering");
}

const isAtSteadySpot = (moment: Moment): boolean =>
	distance(moment.event, moment.get("steadyX"), moment.get("steadyY")) < NEAR_PX;

function noticeWork(moment: Moment, { waited, isNear }: ClickBefore): void {
	// Keys pressed in quick succession are one button, tried again.
	if (isNear || (!moment.hasPlace && waited < QUICK_MS)) return;
	const goesOn = waited < LONGEST_THOUGHT_MS && wasAnswered(moment.event) !== false;
	if (!goesOn) moment.set("clicksInPlace", 0);
	if (moment.count("clicksInPlace") >= WORK_CLICKS) moment.tell("working_in_place");
}

function countTries(moment: Moment, { waited, isNear, wasAnswered }: ClickBefore): void {
	if (isNear && waited >= 700 && waited < 12_000 && !wasAnswered && !isAtSteadySpot(moment)) {
		const tries = moment.count("spotTries");
		moment.set("spotX", fieldOf(moment.event, FIELD.x));
		moment.set("spotY", fieldOf(moment.event, FIELD.y));
		if (tries > MOST_TRIES) moment.tell("steady_clicking");
		else moment.tell("same_spot_again", (waited < 1300 ? 0.4 : 1) * (isDead(moment) ? 1.5 : 1));
		return;
	}
	if (isNear) return;
	const isBackAtSpot = distance(moment.event, moment.get("spotX"), moment.get("spotY")) < NEAR_PX;
	if (isBackAtSpot && moment.get("spotTries") > 0) moment.tell("same_spot_again", 0.4);
	else if (waited > 60_000) moment.set("spotTries", 0);
}

const isQuickElsewhere = (moment: Moment, { waited, isNear, wasAnswered }: ClickBefore): boolean =>
	!isNear && waited >= 150 && waited <= 4000 && (moment.hasPlace || wasAnswered);

const isRetry = (moment: Moment, { isNear, areKeys }: ClickBefore): boolean =>
	(isNear || areKeys) && moment.get("failedAt") > moment.get("clickAt") && moment.since("failedAt") < 60_000;

/** A click outside the fields after work in them sends the form; the same button again sends it again. */
function noticeSubmit(moment: Moment): void {
	const isSameButton = moment.hasPlace
		? distance(moment.event, moment.get("submitX"), moment.get("submitY")) < SAME_BUTTON_PX
		: moment.get("submitX") === NOWHERE;
	const sinceSubmit = moment.since("submittedAt");
	const worked = moment.get("focusesSinceSubmit");
	const filled = moment.get("filledSinceSubmit");
	const wasSent = sinceSubmit !== Number.POSITIVE_INFINITY && isSameButton && sinceSubmit > 1000;
	if (wasSent && isNextRecord(moment, worked, filled)) {
		moment.tell("record_entered");
		moment.set("entersRecords", 1);
		moment.set("resubmits", 0);
	} else if (wasSent) {
		const again = moment.count("resubmits");
		const strength = worked > 0 ? Math.min(1.5, 0.4 + 0.4 * again) * doubtAboutForm(moment) : 0.5;
		moment.tell("submitted_again", strength);
	} else if (worked > 0 && moment.get("isInField") === 0) {
		moment.set("submitX", moment.hasPlace ? fieldOf(moment.event, FIELD.x) : NOWHERE);
		moment.set("submitY", moment.hasPlace ? fieldOf(moment.event, FIELD.y) : NOWHERE);
		moment.set("resubmits", 0);
		moment.set("filledAtFirst", filled);
	} else {
		return;
	}
	moment.set("submittedAt", moment.at);
	moment.set("focusesSinceSubmit", 0);
	moment.set("filledSinceSubmit", 0);
	moment.set("filledLast", filled);
}
