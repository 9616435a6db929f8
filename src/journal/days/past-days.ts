import { invalidField } from "../../errors.ts";
import { addDays, type CalendarDay } from "./calendar-day.ts";

/** How many days back an entry can still be made: later, few remember how they felt. */
export const MAX_DAYS_BACK = 30;

/**
 * The day that an entry is for: the wanted one, or today where none is. Throws `invalid_input` for a day that is still to
 * come or too long ago.
 */
export function dayOfEntry(wanted: CalendarDay | undefined, today: CalendarDay): CalendarDay {
	if (wanted === undefined) return today;
	if (wanted > today)
		throw invalidField("entryDate", `${wanted} is still to come: today is ${today} in your time zone`);
	const first = addDays(today, -MAX_DAYS_BACK);
	if (wanted < first)
		throw invalidField("entryDate", `${wanted} is too long ago: the first day that can be added is ${first}`);
	return wanted;
}
