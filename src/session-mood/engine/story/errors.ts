import { FIELD, fieldOf } from "../encode.ts";
import type { Moment } from "./moment.ts";

/** Errors within a second are one incident. Those of the very same instant were sent without a time. */
const ONE_INCIDENT_MS = 1000;
/** Most pages answer within 2.5 s (PostHog's and Sentry's dead-click detectors wait as long). */
const ANSWER_MS = 2500;
const SLOW_ANSWER_MS = 10_000;
const AFTER_FIELD_MS = 1500;
const AFTER_RAGE_MS = 10_000;
const TRYING_MS = 20_000;
const AGAIN_MS = 60_000;

/** An error counts by what the person did just before it, not by having happened. */
export function onError(moment: Moment): void {
	const previous = moment.since("errorAt");
	moment.set("errorAt", moment.at);
	if (previous > 0 && previous < ONE_INCIDENT_MS) return;
	const blame = blameOf(moment) * doubtAbout(moment);
	const isAfterRage = moment.since("rageAt") <= AFTER_RAGE_MS;
	const isAgain = previous <= AGAIN_MS;
	if (blame >= 0.4) moment.count("failures");
	if (blame >= 0.4 || isAfterRage) {
		moment.tell("failed_act", Math.max(blame, isAfterRage ? 0.5 : 0) * (isAgain ? 0.5 : 1));
		moment.set("failedAt", moment.at);
	}
	if (isAgain) moment.tell("repeated_errors", Math.max(0.12, 1.5 * (isAfterRage ? 1 : blame)));
}

/**
 * What fails again and again while nobody does anything, such as a poll, will some day fail just after a click as well.
 * 1 for an error that may be the person's, less for one that came when they had done nothing.
 */
function doubtAbout(moment: Moment): number {
	const message = fieldOf(moment.event, FIELD.message);
	if (message === moment.get("backgroundError")) return 0.25;
	const isUnprovoked = Math.min(moment.since("clickAt"), moment.since("blurredAt")) > SLOW_ANSWER_MS;
	if (isUnprovoked && !Number.isNaN(message)) {
		moment.set("backgroundError", message);
		moment.tell("background_error");
	}
	return 1;
}

/** How surely the error is the answer to something that the person did, 0 to 1. Rage clicks have no part in it. */
function blameOf(moment: Moment): number {
	const click = moment.since("clickAt");
	const isOnNewPage = moment.get("pageAt") >= moment.get("clickAt");
	const isUnanswered = !isOnNewPage && moment.get("answered") === 0 && moment.get("clickedLast") === 1;
	let blame = 0;
	if (click <= ANSWER_MS) blame = isOnNewPage ? 0.15 : 1;
	else if (click <= SLOW_ANSWER_MS && isUnanswered) blame = 0.4;
	if (moment.since("blurredAt") <= AFTER_FIELD_MS) blame = Math.max(blame, 0.6);
	const tries = moment.get("spotTries") + moment.get("resubmits");
	if (tries >= 2 && click < TRYING_MS) blame = Math.max(blame, 0.5);
	return blame;
}
