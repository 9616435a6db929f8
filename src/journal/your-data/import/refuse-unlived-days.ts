import { invalidField } from "../../../errors.ts";
import type { CalendarDay } from "../../days/calendar-day.ts";
import { today } from "../../days/time-zone.ts";

/** The first day of the first year that reports look at. */
const EARLIEST = "1900-01-01";

/** Nobody has lived a day before 1900, or one that has begun nowhere on earth yet. Throws `invalid_input`. */
export function refuseUnlivedDays(days: readonly CalendarDay[], now: number): void {
	const latest = today("Pacific/Kiritimati", now);
	const future = days.find((day) => day > latest);
	if (future !== undefined) throw invalidField("entryDate", `${future} has not come yet`);
	const ancient = days.find((day) => day < EARLIEST);
	if (ancient !== undefined) throw invalidField("entryDate", `${ancient} is before 1900`);
}
