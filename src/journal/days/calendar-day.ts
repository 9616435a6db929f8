/** A day of the Gregorian calendar as `YYYY-MM-DD`, without a time zone. Sorts as text. */
export type CalendarDay = string;

export const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const DAY_MS = 86_400_000;

/** Days since 1970-01-01. */
export const dayNumber = (day: CalendarDay): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

export const dayOfNumber = (number: number): CalendarDay =>
	new Date(number * DAY_MS).toISOString().slice(0, 10);

/** Whether the text is a day that exists: 2024-02-30 is not. */
export function isCalendarDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const number = dayNumber(text);
	return Number.isFinite(number) && dayOfNumber(number) === text;
}

export const addDays = (day: CalendarDay, days: number): CalendarDay => dayOfNumber(dayNumber(day) + days);

/** How many days `to` is after `from`; negative when it is before. */
export const daysBetween = (from: CalendarDay, to: CalendarDay): number => dayNumber(to) - dayNumber(from);

/** 1970-01-01 was a Thursday. */
export const dayOfWeek = (day: CalendarDay): Weekday =>
	WEEKDAYS[(((dayNumber(day) + 4) % 7) + 7) % 7] ?? "Sun";

/** The days a year, or one of its months, begins and ends with. `month` is 1 to 12. */
export function periodDays(year: number, month?: number): { first: CalendarDay; last: CalendarDay } {
	const yyyy = String(year).padStart(4, "0");
	if (month === undefined) return { first: `${yyyy}-01-01`, last: `${yyyy}-12-31` };
	const days = new Date(Date.UTC(2000, month, 0)).getUTCDate();
	const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	const mm = String(month).padStart(2, "0");
	return { first: `${yyyy}-${mm}-01`, last: `${yyyy}-${mm}-${month === 2 && !isLeap ? 28 : days}` };
}

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
