import { eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { Fault } from "../../errors.ts";
import { moodEntries } from "../tables.ts";

/** Where a recording lies and what it is. */
export interface StoredRecording {
	audioKey: string;
	contentType: string;
}

/**
 * The recording of the person's entry. Throws `forbidden` for someone else's entry, `not_found` where there is no
 * entry or nothing was stored.
 */
export async function findRecording(
	{ db }: Context,
	userId: string,
	entryId: string,
): Promise<StoredRecording> {
	const { audioKey, audioContentType } = moodEntries;
	const [entry] = await db
		.select({ userId: moodEntries.userId, audioKey, audioContentType })
		.from(moodEntries)
		.where(eq(moodEntries.id, entryId));
	if (!entry) throw new Fault({ code: "not_found", message: "Mood entry not found" });
	if (entry.userId !== userId) throw new Fault({ code: "forbidden", message: "This recording is not yours" });
	if (entry.audioKey === null) throw notStored();
	return { audioKey: entry.audioKey, contentType: entry.audioContentType ?? "application/octet-stream" };
}

export const notStored = (): Fault =>
	new Fault({ code: "not_found", message: "No audio is stored for this entry" });
