import { moodLevel } from "../../emotions.ts";
import {
	addDays,
	type CalendarDay,
	dayOfWeek,
	periodDays,
	WEEKDAYS,
	type Weekday,
} from "../days/calendar-day.ts";
import type { MoodShare, Pixel } from "./contract.ts";

/** An entry whose emoji is selected. Lists of them are in the order of their days, oldest first. */
export interface CountedEntry {
	date: CalendarDay;
	emoji: string;
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

/** Twelve rows, one a month, with as many pixels as the month has days. */
export function yearInPixels(year: number, entries: readonly CountedEntry[]): Pixel[][] {
	const emojis = new Map(entries.map(({ date, emoji }) => [date, emoji]));
	return Array.from({ length: 12 }, (_, month) => monthInPixels(year, month + 1, emojis));
}

function monthInPixels(year: number, month: number, emojis: ReadonlyMap<CalendarDay, string>): Pixel[] {
	const { first, last } = periodDays(year, month);
	const pixels: Pixel[] = [];
	for (let date = first; date <= last; date = addDays(date, 1)) {
		const emoji = emojis.get(date) ?? null;
		pixels.push({ date, emoji, level: emoji === null ? null : moodLevel(emoji) });
	}
	return pixels;
}
