import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { moodEntries, userSettings } from "../tables.ts";
import { findRecording, recordingsPrefix } from "./find-recordings.ts";

/** Deletes a recording; its entry stays. Throws as `findRecording` does. */
export async function deleteRecording(context: Context, userId: string, entryId: string): Promise<void> {
	const { audioKey } = await findRecording(context, userId, entryId);
	await context.recordings.delete(audioKey);
	await context.db
		.update(moodEntries)
		.set(noRecording)
		.where(and(eq(moodEntries.id, entryId), eq(moodEntries.audioKey, audioKey)));
}

/** What object storage lists, and deletes, at once. */
const BATCH = 1000;

export const noRecording = { audioKey: null, audioContentType: null, audioSize: null };

/**
 * Deletes one batch of the person's recordings: objects first, then what the entries say of them, so that whatever
 * is cut off is found again. Answers how many objects went, 0 when there are no more.
 */
export async function deleteSomeRecordings({ db, recordings }: Context, userId: string): Promise<number> {
	const { objects } = await recordings.list({ prefix: recordingsPrefix(userId), limit: BATCH });
	const keys = objects.map(({ key }) => key);
	if (keys.length === 0) return 0;
	await recordings.delete(keys);
	const gone = sql`(select value from json_each(${JSON.stringify(keys)}))`;
	await db.update(moodEntries).set(noRecording).where(inArray(moodEntries.audioKey, gone));
	return keys.length;
}

/** Deletes every recording of the person, batch by batch; their settings say meanwhile that it is not done. */
export async function deleteAllRecordings(context: Context, userId: string): Promise<number> {
	let deleted = 0;
	for (let batch = -1; batch !== 0; deleted += batch) batch = await deleteSomeRecordings(context, userId);
	const { db } = context;
	await db.batch([
		db
			.update(moodEntries)
			.set(noRecording)
			.where(and(eq(moodEntries.userId, userId), isNotNull(moodEntries.audioKey))),
		db.update(userSettings).set({ recordingsToDelete: false }).where(eq(userSettings.userId, userId)),
	]);
	return deleted;
}

/** Before storage is switched on again: what was to be deleted when it was switched off is deleted for good. */
export async function finishDeletion(context: Context, userId: string): Promise<void> {
	const [settings] = await context.db
		.select({ isPending: userSettings.recordingsToDelete })
		.from(userSettings)
		.where(eq(userSettings.userId, userId));
	if (settings?.isPending) await deleteAllRecordings(context, userId);
}
