import { and, eq, exists, inArray, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { activities, entryActivities, moodEntries } from "../../db/schema/journal.ts";
import { statement } from "../../db/statement.ts";
import { Fault, invalidField } from "../../errors.ts";
import { journalChanged } from "../alerts/journal-changed.ts";
import { updateAlerts } from "../alerts/update-alerts.ts";
import { activitiesJson, type EntryActivity } from "./entry-view.ts";

/** What a person adds to an entry. `activityKeys` replaces the whole set. */
export interface EntryUpdate {
	selectedEmoji?: string | undefined;
	activityKeys?: readonly string[] | undefined;
}

export interface UpdatedEntry {
	id: string;
	selectedEmoji: string | null;
	activities: EntryActivity[];
}

const NOT_FOUND = { code: "not_found", message: "Mood entry not found" } as const;

/**
 * Selects the emoji and the activities of an entry, and decides about alerts when the emoji was selected. Throws
 * `not_found` for an entry that is not the person's, `invalid_input` for an activity that does not exist.
 */
export async function updateEntry(
	context: Context,
	userId: string,
	{ entryId, update }: { entryId: string; update: EntryUpdate },
): Promise<UpdatedEntry> {
	const keys = update.activityKeys && [...new Set(update.activityKeys)];
	await refuseUnknown(context, userId, entryId, keys ?? []);
	const updated = await write(context, userId, entryId, { ...update, activityKeys: keys });
	if (update.selectedEmoji !== undefined) await updateAlerts(context, userId);
	return updated;
}

async function refuseUnknown(
	{ db }: Context,
	userId: string,
	entryId: string,
	keys: string[],
): Promise<void> {
	const known = db.select({ key: activities.key }).from(activities).where(inArray(activities.key, keys));
	const [owned, existing] = await db.batch([
		db.select({ id: moodEntries.id }).from(moodEntries).where(isOwn(userId, entryId)),
		known,
	]);
	if (owned.length === 0) throw new Fault(NOT_FOUND);
	const existingKeys = new Set(existing.map(({ key }) => key));
	const unknown = keys.filter((key) => !existingKeys.has(key));
	if (unknown.length > 0) throw invalidField("activityKeys", `There is no activity ${unknown.join(", ")}`);
}

const isOwn = (userId: string, entryId: string) =>
	and(eq(moodEntries.id, entryId), eq(moodEntries.userId, userId));

/** One transaction; an entry that was deleted meanwhile is left deleted. */
async function write(
	{ db }: Context,
	userId: string,
	entryId: string,
	{ selectedEmoji, activityKeys }: EntryUpdate,
): Promise<UpdatedEntry> {
	const own = isOwn(userId, entryId);
	const view = { id: moodEntries.id, selectedEmoji: moodEntries.selectedEmoji, activities: activitiesJson };
	const select =
		selectedEmoji === undefined
			? []
			: [
					db.update(moodEntries).set({ selectedEmoji }).where(own),
					journalChanged(db, userId, exists(db.select({ id: moodEntries.id }).from(moodEntries).where(own))),
				];
	const replace =
		activityKeys === undefined
			? []
			: [
					db
						.delete(entryActivities)
						.where(
							inArray(
								entryActivities.entryId,
								db.select({ id: moodEntries.id }).from(moodEntries).where(own),
							),
						),
					statement(
						db,
						sql`insert into ${entryActivities} (entry_id, activity_key)
			select ${moodEntries}.id, value from ${moodEntries}, json_each(${JSON.stringify(activityKeys)}) where ${own}`,
					),
				];
	const [[entry]] = await db.batch([
		db.select({ id: moodEntries.id }).from(moodEntries).where(own),
		...select,
		...replace,
	]);
	const [updated] = entry ? await db.select(view).from(moodEntries).where(own) : [];
	if (!updated) throw new Fault(NOT_FOUND);
	return { ...updated, activities: JSON.parse(updated.activities) as EntryActivity[] };
}
