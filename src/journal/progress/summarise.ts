import { moodLevel } from "../../emotions.ts";
import { addDays, type CalendarDay } from "../days/calendar-day.ts";
import { unfinishedDays, type ZoneChange } from "../days/time-zone.ts";
import type { Language } from "../language.ts";
import type { ProgressSummary } from "./contract.ts";
import { type CountedEntry, moodDistribution } from "./distributions.ts";
import { streaksOf } from "./streaks.ts";
import { weekInWords } from "./week-in-words.ts";

/** From so many entries on a summary says something about the person rather than about a few days. */
const ENOUGH_ENTRIES = 10;

/** The mean mood level of entries; undefined of none. */
const meanLevel = (entries: readonly CountedEntry[]): number | undefined =>
	entries.length === 0
		? undefined
		: entries.reduce((sum, { emoji }) => sum + moodLevel(emoji), 0) / entries.length;

function weekOf(entries: readonly CountedEntry[], today: CalendarDay, language: Language): string | null {
	const weekStart = addDays(today, -6);
	const week = entries.filter(({ date }) => date >= weekStart);
	const before = entries.filter(({ date }) => date < weekStart && date >= addDays(today, -13));
	const [most] = moodDistribution(week);
	const level = meanLevel(week);
	if (!most || level === undefined) return null;
	return weekInWords({ days: week.length, most, level, levelBefore: meanLevel(before) }, language);
}

/** The last `days` days up to today; streaks are over all entries, which are given oldest first. */
export function summarise(
	entries: readonly CountedEntry[],
	zoneChanges: readonly ZoneChange[],
	{ today, days, language }: { today: CalendarDay; days: number; language: Language },
): ProgressSummary {
	const first = addDays(today, 1 - days);
	const recent = entries.filter(({ date }) => date >= first);
	const dates = entries.map(({ date }) => date);
	const streaks = streaksOf(dates, unfinishedDays(zoneChanges, today), today);
	return {
		moodDistribution: moodDistribution(recent),
		totalEntries: recent.length,
		streakDays: streaks.current,
		longestStreak: streaks.longest,
		hasEnoughData: recent.length >= ENOUGH_ENTRIES,
		weeklySummary: weekOf(entries, today, language),
	};
}
