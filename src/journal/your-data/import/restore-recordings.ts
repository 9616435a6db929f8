import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Context } from "../../../context.ts";
import { audioTypeOf, MAX_RECORDING_BYTES } from "../../../voice/analyse-recording.ts";
import { mayKeepAudio, personKeepsAudio } from "../../recordings/audio-consent.ts";
import { contentTypeOf } from "../../recordings/audio-type.ts";
import { recordingKey } from "../../recordings/find-recordings.ts";
import { readSettings } from "../../settings/read-settings.ts";
import { moodEntries } from "../../tables.ts";
import type { PendingEntry } from "./read-journal.ts";

/** Files of an archive by their names. A map: a name such as `constructor` is a file's or nobody's. */
export type ArchiveFiles = ReadonlyMap<string, Uint8Array>;

/** What became of the recordings. */
export interface RestoredRecordings {
	stored: number;
	/** Names of files that were not stored, and why. */
	leftOut: { file: string; reason: string }[];
}

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
 * entry is the one of the document when it was made at the same time; one that has a recording keeps it. A recording
 * that cannot be stored is told and keeps no other from being stored.
 */
export async function restoreRecordings(
	context: Context,
	userId: string,
	{ entries, files }: { entries: readonly PendingEntry[]; files: ArchiveFiles },
): Promise<RestoredRecordings> {
	const result: RestoredRecordings = { stored: 0, leftOut: [] };
	if (files.size === 0 || !mayKeepAudio(await readSettings(context, userId))) return result;
	const targets = await entriesWithout(context, userId);
	for (const { entryDate, createdAt, recording } of entries) {
		if (!recording) continue;
		const { file } = recording;
		const target = targets.get(entryDate);
		// Another entry's day, or one whose recording is here already.
		if (target?.createdAt.getTime() !== Date.parse(createdAt)) continue;
		const bytes = files.get(file);
		const reason = bytes ? faultOf(bytes, recording) : "It is not in the archive";
		const kept = bytes && {
			bytes,
			contentType: contentTypeOf(recording.contentType, audioTypeOf(bytes) ?? ""),
		};
		const isStored =
			kept && !reason && (await storeRecording(context, userId, target.id, kept).catch(() => false));
		if (isStored) result.stored += 1;
		else
			result.leftOut.push({ file, reason: reason ?? "It could not be stored; import the same file again" });
	}
	return result;
}

/** Why a file is not the recording that the document tells of. */
function faultOf(bytes: Uint8Array, { size }: { size: number }): string | undefined {
	if (bytes.length > MAX_RECORDING_BYTES) return "It is larger than 10 MB";
	if (bytes.length !== size) return `It has ${bytes.length} bytes; the document says ${size}`;
	return audioTypeOf(bytes) ? undefined : "It is not a recording of a known kind";
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
