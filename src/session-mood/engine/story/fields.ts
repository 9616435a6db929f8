import type { Moment } from "./moment.ts";

/** Fields focused within an instant were focused by a script. */
const BY_SCRIPT_MS = 60;
/** A field that is left sooner was passed through by the Tab key. */
const PASSED_MS = 1300;

/** A form that was refused has a field or two filled in again; the next record has them all, some in no time. */
const RECORD = { focused: 3, filled: 2 };

/** One field and one button, over and over, is a list or a talk, unless it failed or nothing was typed. */
export function doubtAboutForm(moment: Moment): number {
	if (moment.get("entersRecords") === 1) return 0.15;
	const isForm = moment.get("filledAtFirst") >= 2;
	const hasFailed = moment.get("errorAt") >= moment.get("submittedAt");
	return isForm || hasFailed || moment.get("stay") < 1500 ? 1 : 0.2;
}

/** Whether so many fields, gone into and filled in after the form was sent, are another record of it. */
export const isNextRecord = (moment: Moment, focused: number, filled: number): boolean =>
	focused >= RECORD.focused && filled >= RECORD.filled && moment.get("filledAtFirst") >= RECORD.filled;

/** Whether the person is in the middle of a form. */
export const isFillingIn = (moment: Moment): boolean =>
	moment.get("pageFocuses") > 0 && Math.min(moment.since("blurredAt"), moment.since("focusedAt")) < 20_000;

export function onFocus(moment: Moment): void {
	const apart = moment.since("focusedAt");
	if (apart > 0 && apart < BY_SCRIPT_MS) {
		moment.set("focusedAt", moment.at);
		return;
	}
	const isBackInForm = moment.since("submittedAt") < 60_000 && moment.get("focusesSinceSubmit") === 0;
	const sinceBlur = moment.since("blurredAt");
	if (isBackInForm) {
		moment.tell("form_reentry", Math.min(1.5, 0.3 + 0.6 * moment.get("resubmits")) * doubtAboutForm(moment));
	} else if (sinceBlur <= 10_000) {
		const wasPassed = moment.get("stay") < PASSED_MS;
		moment.tell("field_progress", wasPassed ? 0.2 : 1);
		if (wasPassed && sinceBlur > 800) moment.tell("field_touched");
	}
	moment.count("focusesSinceSubmit");
	moment.count("pageFocuses");
	moment.set("isInField", 1);
	moment.set("focusedAt", moment.at);
	moment.set("pausesInField", 0);
	moment.set("answered", 1);
	moment.set("clickedLast", 0);
	moment.resume("working_on");
}

export function onBlur(moment: Moment): void {
	const stay = Math.min(moment.since("focusedAt"), 1e9);
	moment.set("stay", stay);
	if (moment.get("isInField") === 0) moment.tell("blur_alone");
	else if (stay >= 2000) moment.tell("field_filled");
	if (stay >= PASSED_MS) {
		moment.count("filledSinceSubmit");
		moment.count("filledOnPage");
	}
	moment.set("isInField", 0);
	moment.set("blurredAt", moment.at);
	moment.set("clickedLast", 0);
	moment.resume("working_on");
}

/** A pause while typing. Pauses over two seconds are planning, not trouble, once they come again. */
export function onInputPause(moment: Moment): void {
	const pauses = moment.count("pausesInField");
	if (moment.get("isInField") === 1) moment.tell("writing", pauses === 1 ? 0.2 : 1);
	else if (pauses >= 3) moment.tell("writing");
	moment.set("clickedLast", 0);
	moment.set("answered", 1);
	moment.resume("working_on");
}
