import type { CountedEntry } from "../progress/distributions.ts";
import { type AlertPattern, daysOfPattern, findConsecutiveLow, findSuddenDrop, restate } from "./patterns.ts";

const DAY_MS = 86_400_000;

/** While an open alert is younger than this, no second one of its kind is raised. */
const QUIET_MS: Record<AlertPattern["alertType"], number> = {
	consecutive_low: 7 * DAY_MS,
	sudden_drop: 3 * DAY_MS,
};

/** An alert as it is stored. */
export interface KnownAlert {
	id: string;
	/** Milliseconds since 1970. */
	detectedAt: number;
	isDismissed: boolean;
	pattern: AlertPattern;
}

/** What has to be done to the alerts of a person so that they say what the entries say. */
export interface AlertReview {
	/** Open alerts whose pattern is gone. */
	withdraw: string[];
	/** Open alerts whose pattern is still there with other emotions. */
	restate: { id: string; pattern: AlertPattern }[];
	raise: AlertPattern[];
}

/**
 * Decides about alerts. `entries` are the person's latest, oldest first, and reach back to the first day of every
 * open alert; `known` holds the open alerts and the dismissed ones of the same days. What was dismissed stays so:
 * the same pattern up to the same day is not told again. Doing what it says and asking again changes nothing.
 */
export function reviewAlerts(
	entries: readonly CountedEntry[],
	known: readonly KnownAlert[],
	{ threshold, now }: { threshold: number; now: number },
): AlertReview {
	const review: AlertReview = { withdraw: [], restate: [], raise: [] };
	const kept = known.filter((alert) => alert.isDismissed);
	for (const alert of known.filter(({ isDismissed }) => !isDismissed)) {
		const pattern = restate(alert.pattern, entries);
		if (!pattern) review.withdraw.push(alert.id);
		else kept.push(alert);
		if (pattern && !isSame(pattern, alert.pattern)) review.restate.push({ id: alert.id, pattern });
	}
	for (const pattern of [findConsecutiveLow(entries, threshold), findSuddenDrop(entries)]) {
		if (pattern && !kept.some((alert) => silences(alert, pattern, now))) review.raise.push(pattern);
	}
	return review;
}

const isSame = (a: AlertPattern, b: AlertPattern): boolean =>
	JSON.stringify(a.details) === JSON.stringify(b.details);

function silences(alert: KnownAlert, pattern: AlertPattern, now: number): boolean {
	if (alert.pattern.alertType !== pattern.alertType) return false;
	if (daysOfPattern(alert.pattern).last === daysOfPattern(pattern).last) return true;
	return !alert.isDismissed && alert.detectedAt > now - QUIET_MS[pattern.alertType];
}
