import { sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { personKeepsAudio } from "../recordings/audio-consent.ts";
import { recordingKey } from "../recordings/find-recordings.ts";

/** A recording as it was uploaded. */
export interface Recording {
	bytes: Uint8Array<ArrayBuffer>;
	contentType: string;
}

/** Columns of an entry that has a recording, as long as its owner still wants recordings when the row is written. */
export type RecordingColumns = ReturnType<typeof recordingColumns>;

/** Puts a recording into storage. Throws `unavailable` when storage fails; nothing is there then. */
export async function keepRecording(
	{ recordings }: Context,
	userId: string,
	entryId: string,
	{ bytes, contentType }: Recording,
): Promise<RecordingColumns> {
	const key = recordingKey(userId, entryId);
	try {
		await recordings.put(key, bytes, { httpMetadata: { contentType } });
	} catch (error) {
		await dropRecording(recordings, key);
		throw error;
	}
	return recordingColumns(userId, key, { bytes, contentType });
}

/** What is left behind where even this fails is swept later: no entry refers to it. */
export const dropRecording = (recordings: Context["recordings"], key: string): Promise<void> =>
	recordings.delete(key).catch(() => undefined);

function recordingColumns(userId: string, key: string, { bytes, contentType }: Recording) {
	const ifWanted = <T>(value: T) => sql<T | null>`case when ${personKeepsAudio(userId)} then ${value} end`;
	return {
		audioKey: ifWanted(key),
		audioContentType: ifWanted(contentType),
		audioSize: ifWanted(bytes.length),
	};
}
