import { moodLevel } from "../../emotions.ts";
import { addDays, type CalendarDay, periodDays } from "../days/calendar-day.ts";
import type { CountedEntry } from "./counted-entry.ts";

/** One day of a year; without an entry `emoji` and `level` are null. */
export interface Pixel {
	date: CalendarDay;
	emoji: string | null;
	/** Mood level, 1 to 9. */
	level: number | null;
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
