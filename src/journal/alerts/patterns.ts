import { emotionOf, isLow, isPositive } from "../../emotions.ts";
import { addDays, type CalendarDay } from "../days/calendar-day.ts";
import type { CountedEntry } from "../progress/distributions.ts";

export interface ConsecutiveLow {
	alertType: "consecutive_low";
	details: { consecutiveDays: number; emotions: string[]; dates: CalendarDay[] };
}

export interface SuddenDrop {
	alertType: "sudden_drop";
	details: { fromEmoji: string; toEmoji: string; fromDate: CalendarDay; toDate: CalendarDay };
}

export type AlertPattern = ConsecutiveLow | SuddenDrop;

const hasLowMood = ({ emoji }: CountedEntry): boolean => isLow(emotionOf(emoji));

/** Between neighbouring days: weeks without an entry say nothing of how the mood went. */
function isDrop(from: CountedEntry, to: CountedEntry): boolean {
	const after = emotionOf(to.emoji);
	const isNextDay = addDays(from.date, 1) === to.date;
	return isNextDay && isPositive(emotionOf(from.emoji)) && (after === "sad" || after === "fearful");
}

const lowDays = (entries: readonly CountedEntry[]): ConsecutiveLow => ({
	alertType: "consecutive_low",
	details: {
		consecutiveDays: entries.length,
		emotions: entries.map(({ emoji }) => emotionOf(emoji) ?? emoji),
		dates: entries.map(({ date }) => date),
	},
});

const drop = (from: CountedEntry, to: CountedEntry): SuddenDrop => ({
	alertType: "sudden_drop",
	details: { fromEmoji: from.emoji, toEmoji: to.emoji, fromDate: from.date, toDate: to.date },
});

/** Low moods on calendar days in a row, `threshold` of them or more, up to the latest entry. Entries oldest first. */
export function findConsecutiveLow(
	entries: readonly CountedEntry[],
	threshold: number,
): ConsecutiveLow | undefined {
	const run: CountedEntry[] = [];
	for (const entry of entries.toReversed()) {
		const next = run[0];
		if (!hasLowMood(entry) || (next && addDays(entry.date, 1) !== next.date)) break;
		run.unshift(entry);
	}
	return run.length >= threshold ? lowDays(run) : undefined;
}

/** From happy or calm to sad or fearful from the day before to that of the latest entry. Entries oldest first. */
export function findSuddenDrop(entries: readonly CountedEntry[]): SuddenDrop | undefined {
	const [from, to] = entries.slice(-2);
	return from && to && isDrop(from, to) ? drop(from, to) : undefined;
}

/** The pattern as today's entries show it on the same days, or undefined when it is no longer one. */
export function restate(pattern: AlertPattern, entries: readonly CountedEntry[]): AlertPattern | undefined {
	if (pattern.alertType === "consecutive_low") {
		const dates = new Set(pattern.details.dates);
		const still = entries.filter((entry) => dates.has(entry.date) && hasLowMood(entry));
		return still.length === dates.size ? lowDays(still) : undefined;
	}
	const { fromDate, toDate } = pattern.details;
	const [from, to, ...more] = entries.filter(({ date }) => fromDate <= date && date <= toDate);
	if (!from || !to || more.length > 0 || from.date !== fromDate || to.date !== toDate) return undefined;
	return isDrop(from, to) ? drop(from, to) : undefined;
}

/** The first and the last day of a pattern. */
export const daysOfPattern = (pattern: AlertPattern): { first: CalendarDay; last: CalendarDay } =>
	pattern.alertType === "consecutive_low"
		? { first: pattern.details.dates[0] ?? "", last: pattern.details.dates.at(-1) ?? "" }
		: { first: pattern.details.fromDate, last: pattern.details.toDate };
