import { and, eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { userSettings } from "../tables.ts";
import { nextReminder } from "./next-reminder.ts";

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
