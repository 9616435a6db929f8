import { addDays, type CalendarDay } from "../days/calendar-day.ts";
import { instantOf, today } from "../days/time-zone.ts";

/** When a person wants to be reminded, and when they last were. */
export interface ReminderPlan {
	/** `HH:MM` on their clock. */
	reminderTime: string;
	/** IANA name. */
	timezone: string;
	lastRemindedOn: CalendarDay | null;
}

/**
 * The next instant (ms since 1970) after `now` at which the person's clock shows the reminder time, on a day later
 * than the one they were last reminded on.
 */
export function nextReminder({ reminderTime, timezone, lastRemindedOn }: ReminderPlan, now: number): number {
	let day = today(timezone, now);
	if (lastRemindedOn !== null && lastRemindedOn >= day) day = addDays(lastRemindedOn, 1);
	let instant = instantOf(day, reminderTime, timezone);
	// A zone that leaves out a whole day answers with an instant of the day after it.
	while (instant <= now || (lastRemindedOn !== null && today(timezone, instant) <= lastRemindedOn)) {
		day = addDays(day, 1);
		instant = instantOf(day, reminderTime, timezone);
	}
	return instant;
}
