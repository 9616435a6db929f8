import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { Fault } from "../../errors.ts";
import { dayOfWeek } from "../days/calendar-day.ts";
import { readSettings } from "../settings/read-settings.ts";
import { moodEntries } from "../tables.ts";
import { mayKeepAudio } from "./audio-consent.ts";
import type { Recording } from "./contract.ts";

const ROOT = "recordings/";

/** Where all recordings of a person lie. Encoded, so that no id can reach into another person's folder. */
export const recordingsPrefix = (userId: string): string => `${ROOT}${encodeURIComponent(userId)}/`;

/** Where the recording of an entry lies. */
export const recordingKey = (userId: string, entryId: string): string => recordingsPrefix(userId) + entryId;

/** What every recording's key begins with. */
export const RECORDINGS_ROOT = ROOT;

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

/** The keys of all objects the person has; one listing a thousand. */
async function storedKeys({ recordings }: Context, userId: string): Promise<ReadonlySet<string>> {
	const keys = new Set<string>();
	let page: R2Objects | undefined;
	do {
		const cursor = page?.truncated ? { cursor: page.cursor } : {};
		page = await recordings.list({ prefix: recordingsPrefix(userId), ...cursor });
		for (const { key } of page.objects) keys.add(key);
	} while (page.truncated);
	return keys;
}

/** The person's recordings, newest first; none while storage is not enabled. */
export async function listRecordings(context: Context, userId: string): Promise<Recording[]> {
	if (!mayKeepAudio(await readSettings(context, userId))) return [];
	const { id, entryDate, duration, language, selectedEmoji, createdAt, audioKey } = moodEntries;
	const [rows, keys] = await Promise.all([
		context.db
			.select({ id, entryDate, duration, language, selectedEmoji, createdAt, audioKey })
			.from(moodEntries)
			.where(and(eq(moodEntries.userId, userId), isNotNull(audioKey)))
			.orderBy(desc(entryDate)),
		storedKeys(context, userId),
	]);
	return rows.map((row) => ({
		id: row.id,
		entryDate: `${row.entryDate}T00:00:00Z`,
		dayOfWeek: dayOfWeek(row.entryDate),
		duration: row.duration,
		language: row.language,
		selectedEmoji: row.selectedEmoji,
		createdAt: row.createdAt.toISOString(),
		fileExists: row.audioKey !== null && keys.has(row.audioKey),
		audioFilePath: `/api/audio/recordings/${row.id}/play`,
	}));
}
