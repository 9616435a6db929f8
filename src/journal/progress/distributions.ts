import { moodLevel } from "../../emotions.ts";
import { dayOfWeek, WEEKDAYS, type Weekday } from "../days/calendar-day.ts";
import type { CountedEntry } from "./counted-entry.ts";

export interface MoodShare {
	emoji: string;
	count: number;
	/** Whole percent. */
	percentage: number;
}

/** A share of a whole in whole percent; 0 of nothing. */
export const wholePercent = (part: number, whole: number): number =>
	whole === 0 ? 0 : Math.round((100 * part) / whole);

/** How often each mood was selected. */
export function moodCounts(entries: readonly CountedEntry[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { emoji } of entries) counts[emoji] = (counts[emoji] ?? 0) + 1;
	return counts;
}

/** The most frequent mood first; of two as frequent, the higher one. */
export function moodDistribution(entries: readonly CountedEntry[]): MoodShare[] {
	return Object.entries(moodCounts(entries))
		.map(([emoji, count]) => ({ emoji, count, percentage: wholePercent(count, entries.length) }))
		.sort((a, b) => b.count - a.count || moodLevel(b.emoji) - moodLevel(a.emoji));
}

/** Mood counts for each day of the week, all seven, Sunday first. */
export function weekdayDistribution(
	entries: readonly CountedEntry[],
): Record<Weekday, Record<string, number>> {
	const byWeekday = new Map<Weekday, CountedEntry[]>(WEEKDAYS.map((weekday) => [weekday, []]));
	for (const entry of entries) byWeekday.get(dayOfWeek(entry.date))?.push(entry);
	const counts = WEEKDAYS.map((weekday) => [weekday, moodCounts(byWeekday.get(weekday) ?? [])]);
	return Object.fromEntries(counts) as Record<Weekday, Record<string, number>>;
}
