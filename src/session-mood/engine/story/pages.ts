import { FIELD, fieldOf, pageHashOf } from "../encode.ts";
import { NEVER } from "../patterns/detector.ts";
import { isNextRecord } from "./fields.ts";
import { between, type Moment } from "./moment.ts";

const ANSWER_MS = 3500;
/** After the back button, the page view follows at once. */
const BACK_MS = 1500;
const GAVE_WAY_MS = 15_000;
const SHORT_VISIT_MS = 12_000;
const LONG_VISIT_MS = 600_000;
/** Who looks at results for longer has found something to read. */
const LONG_LOOK_MS = 25_000;
/** A form that was sent leads on within this time. */
const SENT_MS = 5000;

/** Back on the page before, after a look of so many ms. */
const shortVisit = (dwell: number): number =>
	between(dwell, [
		[7000, 1],
		[SHORT_VISIT_MS, 0.3],
	]);

export function onPageView(moment: Moment): void {
	const url = fieldOf(moment.event, FIELD.url);
	const isKnown = !Number.isNaN(url);
	const isSame = isKnown && url === moment.get("page");
	const isSeen = isKnown && moment.hasSeen(url);
	const path = pageHashOf(moment.event);
	const sentFrom = path === moment.get("path") ? moment.get("pageFocuses") : 0;
	const dwell = moment.since("pageAt");
	const isBack = moment.since("backAt") < BACK_MS;
	if (isSame) {
		sameAgain(moment, dwell);
	} else {
		if (moment.since("clickAt") <= ANSWER_MS) moment.tell("click_answered");
		if (sentFrom > 0 && !isBack) sentToItself(moment);
		else if (isSeen) goingRound(moment, dwell);
		else newPage(moment, dwell, isBack);
		if (isSeen && !isBack && moment.get("filledOnPage") > 0 && moment.since("submittedAt") <= SENT_MS)
			moment.tell("form_done", 0.6);
		if (!isBack) onwards(moment, { url, dwell, isSeen });
		moment.set("pageBefore", moment.get("page"));
		leavePage(moment, sentFrom > 0);
		if (dwell > LONG_LOOK_MS) moment.set("rewordings", 0);
	}
	if (isKnown && !isSeen) moment.rememberPage(url);
	moment.set("page", isKnown ? url : NEVER);
	moment.set("path", isKnown ? path : NEVER);
	moment.set("pageAt", moment.at);
	moment.set("pageFocuses", 0);
	moment.set("filledOnPage", 0);
	moment.set("focusesSinceSubmit", 0);
	moment.set("filledSinceSubmit", 0);
	moment.set("filledLast", 0);
	moment.set("clicksInPlace", 0);
	moment.set("isInField", 0);
	moment.set("pausesInField", 0);
	moment.set("answered", 1);
	moment.set("scrolledAt", NEVER);
	moment.set("clickedLast", 0);
	moment.resume("reading_on");
}

/** The same page again: a form that was refused, a reload, a filter. */
function sameAgain(moment: Moment, dwell: number): void {
	const again = moment.count("sameAgain");
	if (moment.get("pageFocuses") > 0) formReturned(moment, again);
	else
		moment.tell(
			"same_page_again",
			between(dwell, [
				[8000, 1],
				[20_000, 0.3],
			]) * (again >= 2 ? 1.5 : 1),
		);
	if (moment.since("failedAt") < GAVE_WAY_MS) moment.tell("gave_way");
}

/** Fields that were filled in on this page and sent. */
const filledOn = (moment: Moment): number =>
	Math.max(moment.get("filledSinceSubmit"), moment.get("filledLast"));

/** With one field filled in, it may as well be a search that is worded again. */
const oneField = (again: number): number =>
	between(again, [
		[1, 0.15],
		[3, 0.6],
	]);

function formReturned(moment: Moment, again: number): void {
	const filled = filledOn(moment);
	if (again >= 2 && isNextRecord(moment, moment.get("pageFocuses"), filled)) moment.set("entersRecords", 1);
	if (again === 1) moment.set("filledAtFirst", filled);
	const entersRecords = moment.get("entersRecords") === 1;
	const doubt = filled <= 1 ? oneField(again) : 1;
	moment.tell("form_returned", Math.min(2, 0.5 + 0.5 * again) * (entersRecords ? 0.15 : doubt));
	if (filled === 1 && !entersRecords) reworded(moment);
}

/** To the same page with another query: a form that came back with a complaint, or the next wording of a search. */
function sentToItself(moment: Moment): void {
	if (filledOn(moment) >= 2) {
		formReturned(moment, moment.count("sameAgain"));
		return;
	}
	reworded(moment);
}

function reworded(moment: Moment): void {
	const again = moment.count("rewordings");
	if (again >= 2) moment.tell("query_reworded", Math.min(1.2, 0.3 * again));
}

function newPage(moment: Moment, dwell: number, isBack: boolean): void {
	if (dwell === Number.POSITIVE_INFINITY) return;
	moment.set("viewsSinceNew", 0);
	if (isBack) return;
	moment.tell("new_page");
	if (moment.get("filledOnPage") > 0) moment.tell("form_done", moment.get("sameAgain") > 0 ? 0.3 : 1);
}

/** Pages seen before, and no new one between (Smith 1996: revisits are what tells the lost from others). */
function goingRound(moment: Moment, dwell: number): void {
	if (moment.count("viewsSinceNew") < 2) return;
	moment.tell(
		"going_round",
		between(dwell, [
			[1500, 0.4],
			[3000, 1],
			[14_000, 1],
			[30_000, 0.2],
		]),
	);
}

function onwards(
	moment: Moment,
	{ url, dwell, isSeen }: { url: number; dwell: number; isSeen: boolean },
): void {
	if (!Number.isNaN(url) && dwell >= 300 && dwell <= 4000 && moment.get("scrolledAt") === NEVER)
		moment.tell("quick_navigation", isSeen ? 0.3 : 1);
	// Back without the button.
	if (url === moment.get("pageBefore") && dwell <= SHORT_VISIT_MS)
		moment.tell("short_visit", shortVisit(dwell));
}

/** What was tried on the page before is over, unless it came back under another address. */
function leavePage(moment: Moment, cameBack: boolean): void {
	if (cameBack) return;
	moment.set("sameAgain", 0);
	moment.set("entersRecords", 0);
	moment.set("filledAtFirst", 0);
	moment.set("failures", 0);
	moment.set("submittedAt", NEVER);
	moment.set("resubmits", 0);
	moment.set("spotTries", 0);
}

export function onBack(moment: Moment): void {
	const dwell = moment.since("pageAt");
	if (dwell <= SHORT_VISIT_MS) moment.tell("short_visit", shortVisit(dwell));
	else if (dwell < LONG_VISIT_MS) moment.tell("long_visit");
	if (moment.since("failedAt") < GAVE_WAY_MS) moment.tell("gave_way");
	moment.set("backAt", moment.at);
	moment.set("answered", 1);
	moment.set("stillness", 0);
	moment.set("clicksInPlace", 0);
}
