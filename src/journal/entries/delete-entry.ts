import { and, eq, exists } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { Fault } from "../../errors.ts";
import { journalChanged } from "../alerts/journal-changed.ts";
import { updateAlerts } from "../alerts/update-alerts.ts";
import { moodEntries } from "../tables.ts";

/**
 * Deletes an entry with its recording, and withdraws alerts that rested on it. The row goes first: a recording that
 * a crash leaves behind belongs to nobody and is swept. Throws `not_found` for an entry that is not the person's.
 */
export async function deleteEntry(context: Context, userId: string, entryId: string): Promise<void> {
	const { db, recordings } = context;
	const own = and(eq(moodEntries.id, entryId), eq(moodEntries.userId, userId));
	const [, deleted] = await db.batch([
		journalChanged(db, userId, exists(db.select({ id: moodEntries.id }).from(moodEntries).where(own))),
		db.delete(moodEntries).where(own).returning({ audioKey: moodEntries.audioKey }),
	]);
	const [entry] = deleted;
	if (!entry) throw new Fault({ code: "not_found", message: "Mood entry not found" });
	if (entry.audioKey) await recordings.delete(entry.audioKey);
	await updateAlerts(context, userId);
}
