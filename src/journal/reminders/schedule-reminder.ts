import { and, eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { addDays, type CalendarDay } from "../days/calendar-day.ts";
import { instantOf, today } from "../days/time-zone.ts";
import { userSettings } from "../tables.ts";

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

/**
 * Sets when the person is due next, by their settings as they are. The write holds only while the settings are the
 * ones it was decided from, so of several changes at once the last one decides.
 */
export async function scheduleReminder({ db, now }: Context, userId: string): Promise<void> {
	const { reminderEnabled, reminderTime, timezone, lastRemindedOn } = userSettings;
	const [row] = await db
		.select({ reminderEnabled, reminderTime, timezone, lastRemindedOn })
		.from(userSettings)
		.where(eq(userSettings.userId, userId));
	if (!row) return;
	await db
		.update(userSettings)
		.set({ nextReminderAt: row.reminderEnabled ? new Date(nextReminder(row, now())) : null })
		.where(
			and(
				eq(userSettings.userId, userId),
				eq(reminderEnabled, row.reminderEnabled),
				eq(reminderTime, row.reminderTime),
				eq(timezone, row.timezone),
			),
		);
}
