import { addDays, type CalendarDay } from "../days/calendar-day.ts";

/** Lengths in entries. */
export interface Streaks {
	/** The one that ends today or yesterday, 0 when it is broken. */
	current: number;
	longest: number;
}

/**
 * Streaks over `days` (oldest first, each once). Two entries belong together when no day between them was missed;
 * a day that is in `unfinished` (today, and days that a change of zone cut short) cannot be missed.
 */
export function streaksOf(
	days: readonly CalendarDay[],
	unfinished: ReadonlySet<CalendarDay>,
	today: CalendarDay,
): Streaks {
	let run = 0;
	let longest = 0;
	let previous: CalendarDay | undefined;
	for (const day of days) {
		run = previous !== undefined && nothingMissed(previous, day, unfinished) ? run + 1 : 1;
		longest = Math.max(longest, run);
		previous = day;
	}
	const isAlive = previous !== undefined && nothingMissed(previous, today, unfinished);
	return { current: isAlive ? run : 0, longest };
}

/** Whether every day strictly between the two is one that could not be missed. */
function nothingMissed(from: CalendarDay, to: CalendarDay, unfinished: ReadonlySet<CalendarDay>): boolean {
	for (let day = addDays(from, 1); day < to; day = addDays(day, 1)) if (!unfinished.has(day)) return false;
	return true;
}
