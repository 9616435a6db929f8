import { and, eq, exists, inArray, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { statement } from "../../db/batch.ts";
import type { Database } from "../../db/client.ts";
import { Fault } from "../../errors.ts";
import { journalChanged, updateAlerts } from "../alerts/update-alerts.ts";
import { entryActivities, moodEntries } from "../tables.ts";
import type { EntryActivity, EntryUpdate, UpdatedEntry } from "./contract.ts";
import { refuseUnknown, selectKnown } from "./known-activities.ts";
import { activitiesJson } from "./read-entries.ts";

const NOT_FOUND = { code: "not_found", message: "Mood entry not found" } as const;

/**
 * Writes the emoji, the activities and the note of an entry, and decides about alerts when the emoji was changed. Throws
 * `not_found` for an entry that is not the person's, `invalid_input` for an activity that does not exist.
 */
export async function updateEntry(
	context: Context,
	userId: string,
	{ entryId, update }: { entryId: string; update: EntryUpdate },
): Promise<UpdatedEntry> {
	const keys = update.activityKeys && [...new Set(update.activityKeys)];
	await refuseImpossible(context, userId, entryId, keys ?? []);
	const updated = await write(context, userId, entryId, { ...update, activityKeys: keys });
	if (update.selectedEmoji !== undefined) await updateAlerts(context, userId);
	return updated;
}

async function refuseImpossible(
	{ db }: Context,
	userId: string,
	entryId: string,
	keys: string[],
): Promise<void> {
	const [owned, known] = await db.batch([ownEntry(db, userId, entryId), selectKnown(db, keys)]);
	if (owned.length === 0) throw new Fault(NOT_FOUND);
	refuseUnknown(keys, known);
}

const isOwn = (userId: string, entryId: string) =>
	and(eq(moodEntries.id, entryId), eq(moodEntries.userId, userId));

const ownEntry = (db: Database, userId: string, entryId: string) =>
	db.select({ id: moodEntries.id }).from(moodEntries).where(isOwn(userId, entryId));

const writeNote = (db: Database, userId: string, entryId: string, note: string | null) =>
	db.update(moodEntries).set({ note }).where(isOwn(userId, entryId));

const selectEmoji = (db: Database, userId: string, entryId: string, selectedEmoji: string | null) => [
	db.update(moodEntries).set({ selectedEmoji }).where(isOwn(userId, entryId)),
	journalChanged(db, userId, exists(ownEntry(db, userId, entryId))),
];

const replaceActivities = (db: Database, userId: string, entryId: string, keys: readonly string[]) => [
	db.delete(entryActivities).where(inArray(entryActivities.entryId, ownEntry(db, userId, entryId))),
	statement(
		db,
		sql`insert into ${entryActivities} (entry_id, activity_key)
			select ${moodEntries}.id, value from ${moodEntries}, json_each(${JSON.stringify(keys)})
			where ${isOwn(userId, entryId)}`,
	),
];

/** One transaction; an entry that was deleted meanwhile is left deleted. */
async function write(
	{ db }: Context,
	userId: string,
	entryId: string,
	{ selectedEmoji, activityKeys, note }: EntryUpdate,
): Promise<UpdatedEntry> {
	const view = {
		id: moodEntries.id,
		selectedEmoji: moodEntries.selectedEmoji,
		activities: activitiesJson,
		note: moodEntries.note,
	};
	await db.batch([
		ownEntry(db, userId, entryId),
		...(selectedEmoji === undefined ? [] : selectEmoji(db, userId, entryId, selectedEmoji)),
		...(note === undefined ? [] : [writeNote(db, userId, entryId, note?.trim() || null)]),
		...(activityKeys === undefined ? [] : replaceActivities(db, userId, entryId, activityKeys)),
	]);
	const [updated] = await db.select(view).from(moodEntries).where(isOwn(userId, entryId));
	if (!updated) throw new Fault(NOT_FOUND);
	return { ...updated, activities: JSON.parse(updated.activities) as EntryActivity[] };
}

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
