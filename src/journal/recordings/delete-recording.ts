import { and, eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { moodEntries } from "../tables.ts";
import { noRecording } from "./delete-all-recordings.ts";
import { findRecording } from "./find-recording.ts";

/** Deletes a recording; its entry stays. Throws as `findRecording` does. */
export async function deleteRecording(context: Context, userId: string, entryId: string): Promise<void> {
	const { audioKey } = await findRecording(context, userId, entryId);
	await context.recordings.delete(audioKey);
	await context.db
		.update(moodEntries)
		.set(noRecording)
		.where(and(eq(moodEntries.id, entryId), eq(moodEntries.audioKey, audioKey)));
}
