import { invalidField } from "../../errors.ts";
import type { CalendarDay } from "../days/calendar-day.ts";
import { today } from "../days/time-zone.ts";

/** Nobody has lived a day that has begun nowhere on earth yet. Throws `invalid_input`. */
export function refuseFutureDays(days: readonly CalendarDay[], now: number): void {
	const latest = today("Pacific/Kiritimati", now);
	const future = days.find((day) => day > latest);
	if (future !== undefined) throw invalidField("entryDate", `${future} has not come yet`);
}
