import { emotionOf, isLow, moodLevel } from "../../emotions.ts";
import { addDays, type CalendarDay, daysBetween } from "../days/calendar-day.ts";
import type { CountedEntry } from "../progress/distributions.ts";

/** One week of a report: seven days from its first day on, the last one may be shorter. */
export interface ReportWeek {
	first: CalendarDay;
	/** With a mood. */
	days: number;
	/** Mean, 1 to 9; null of no day. */
	level: number | null;
}

/** Weeks from `first` to `last`, each with the mean of its days. */
export function weeksOf(
	entries: readonly CountedEntry[],
	{ first, last }: { first: CalendarDay; last: CalendarDay },
): ReportWeek[] {
	const weeks: ReportWeek[] = [];
	for (let start = first; start <= last; start = addDays(start, 7)) {
		const levels = entries
			.filter(({ date }) => date >= start && daysBetween(start, date) < 7)
			.map(({ emoji }) => moodLevel(emoji));
		const sum = levels.reduce((total, level) => total + level, 0);
		weeks.push({
			first: start,
			days: levels.length,
			level: levels.length === 0 ? null : sum / levels.length,
		});
	}
	return weeks;
}

/** How many days had a low mood, and how many neighbouring days at most. Entries oldest first. */
export function lowDays(entries: readonly CountedEntry[]): { days: number; longestRun: number } {
	let days = 0;
	let run = 0;
	let longestRun = 0;
	let before: CalendarDay | undefined;
	for (const { date, emoji } of entries) {
		if (!isLow(emotionOf(emoji))) continue;
		days++;
		run = before !== undefined && addDays(before, 1) === date ? run + 1 : 1;
		longestRun = Math.max(longestRun, run);
		before = date;
	}
	return { days, longestRun };
}
