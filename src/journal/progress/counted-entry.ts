import type { CalendarDay } from "../days/calendar-day.ts";

/** An entry whose emoji is selected. Lists of them are in the order of their days, oldest first. */
export interface CountedEntry {
	date: CalendarDay;
	emoji: string;
}
