import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Context } from "../../../context.ts";
import { MAX_RECORDING_BYTES } from "../../../voice/analyse-recording.ts";
import { mayKeepAudio, personKeepsAudio } from "../../recordings/audio-consent.ts";
import { recordingKey } from "../../recordings/find-recordings.ts";
import { readSettings } from "../../settings/read-settings.ts";
import { moodEntries } from "../../tables.ts";
import type { EntryDocument } from "../export/contract.ts";

/** Files of an archive by their names. */
export type ArchiveFiles = Readonly<Record<string, Uint8Array>>;

type Target = Pick<typeof moodEntries.$inferSelect, "id" | "entryDate" | "createdAt">;

async function entriesWithout({ db }: Context, userId: string): Promise<Map<string, Target>> {
	const { id, entryDate, createdAt, audioKey, measuredDuration } = moodEntries;
	const rows = await db
		.select({ id, entryDate, createdAt })
		.from(moodEntries)
		.where(and(eq(moodEntries.userId, userId), isNull(audioKey), isNotNull(measuredDuration)));
	return new Map(rows.map((row) => [row.entryDate, row]));
}

/**
 * Stores the recordings of an archive with the entries they belong to, where the person wants recordings kept. An
 * entry is the one of the document when it was made at the same time; one that has a recording keeps it. Answers how
 * many were stored.
 */
export async function restoreRecordings(
	context: Context,
	userId: string,
	{ entries, files }: { entries: readonly EntryDocument[]; files: ArchiveFiles },
): Promise<number> {
	if (!mayKeepAudio(await readSettings(context, userId))) return 0;
	const targets = await entriesWithout(context, userId);
	let stored = 0;
	for (const { entryDate, createdAt, recording } of entries) {
		const target = targets.get(entryDate);
		const bytes = recording && files[recording.file];
		if (!recording || !bytes || bytes.length > MAX_RECORDING_BYTES || bytes.length !== recording.size)
			continue;
		if (target?.createdAt.getTime() !== Date.parse(createdAt)) continue;
		if (await storeRecording(context, userId, target.id, { bytes, contentType: recording.contentType }))
			stored += 1;
	}
	return stored;
}

/** The object goes first; if the entry is gone by then or storage is off, it goes again. */
async function storeRecording(
	{ db, recordings }: Context,
	userId: string,
	entryId: string,
	{ bytes, contentType }: { bytes: Uint8Array; contentType: string },
): Promise<boolean> {
	const audioKey = recordingKey(userId, entryId);
	await recordings.put(audioKey, bytes, { httpMetadata: { contentType } });
	const linked = await db
		.update(moodEntries)
		.set({ audioKey, audioContentType: contentType, audioSize: bytes.length })
		.where(and(eq(moodEntries.id, entryId), isNull(moodEntries.audioKey), personKeepsAudio(userId)))
		.returning({ id: moodEntries.id });
	if (linked.length > 0) return true;
	const [inUse] = await db
		.select({ id: moodEntries.id })
		.from(moodEntries)
		.where(eq(moodEntries.audioKey, audioKey));
	if (!inUse) await recordings.delete(audioKey);
	return false;
}
