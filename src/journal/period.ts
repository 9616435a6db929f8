import { type CalendarDay, periodDays } from "./days/calendar-day.ts";

/** From the first day to the last, both in it. */
export interface Period {
	first: CalendarDay;
	last: CalendarDay;
}

export const EVER: Period = { first: "0000-01-01", last: "9999-12-31" };

/** A month of a year, a year, or all there is. */
export const periodOf = ({
	year,
	month,
}: {
	year?: number | undefined;
	month?: number | undefined;
}): Period => (year === undefined ? EVER : periodDays(year, month));
