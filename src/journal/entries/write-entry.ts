import { eq, exists, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { statement } from "../../db/batch.ts";
import { Fault } from "../../errors.ts";
import { journalChanged, updateAlerts } from "../alerts/update-alerts.ts";
import { dayOfEntry } from "../days/past-days.ts";
import { today as todayIn } from "../days/time-zone.ts";
import { readSettings } from "../settings/read-settings.ts";
import { entryActivities, moodEntries } from "../tables.ts";
import type { EntryWithScores, WrittenEntry } from "./contract.ts";
import { refuseUnknown, selectKnown } from "./known-activities.ts";
import { findEntryOfDay } from "./read-entries.ts";
import { refuseSecondEntry, secondEntry } from "./second-entry.ts";

/**
 * Makes an entry without a recording, for today or one of the days before. Throws `conflict` when the day has an entry,
 * `invalid_input` for a day that is too long ago or to come, and for an activity that does not exist.
 */
export async function writeEntry(
	context: Context,
	userId: string,
	{ selectedEmoji, note, activityKeys = [], entryDate, language }: WrittenEntry,
): Promise<EntryWithScores> {
	const { db, now, newId } = context;
	const keys = [...new Set(activityKeys)];
	const { timezone, preferredLanguage } = await readSettings(context, userId);
	const instant = now();
	const today = todayIn(timezone, instant);
	const day = dayOfEntry(entryDate, today);
	refuseUnknown(keys, await selectKnown(db, keys));
	await refuseSecondEntry(context, userId, { day, today });
	const id = newId();
	const isWritten = exists(db.select({ id: moodEntries.id }).from(moodEntries).where(eq(moodEntries.id, id)));
	const [written] = await db.batch([
		db
			.insert(moodEntries)
			.values({
				...{ id, userId, entryDate: day, timezone, createdAt: new Date(instant), duration: 0 },
				...{ language: language ?? preferredLanguage, emotionScores: [], selectedEmoji, note: note || null },
			})
			.onConflictDoNothing()
			.returning({ id: moodEntries.id }),
		statement(
			db,
			sql`insert into ${entryActivities} (entry_id, activity_key)
				select ${id}, value from json_each(${JSON.stringify(keys)}) where ${isWritten}`,
		),
		...(selectedEmoji ? [journalChanged(db, userId, isWritten)] : []),
	]);
	if (written.length === 0) throw secondEntry(day, today);
	if (selectedEmoji) await updateAlerts(context, userId);
	const entry = await findEntryOfDay(context, userId, day);
	// Deleted since.
	if (!entry) throw new Fault({ code: "not_found", message: "Mood entry not found" });
	return entry;
}
