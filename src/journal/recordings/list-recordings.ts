import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { dayOfWeek, type Weekday } from "../days/calendar-day.ts";
import type { Language } from "../language.ts";
import { readSettings } from "../settings/read-settings.ts";
import { moodEntries } from "../tables.ts";
import { mayKeepAudio } from "./audio-consent.ts";
import { recordingsPrefix } from "./object-keys.ts";

export interface Recording {
	id: string;
	/** The day of the entry as an instant: its midnight in UTC. */
	entryDate: string;
	dayOfWeek: Weekday;
	/** Seconds. */
	duration: number;
	language: Language;
	selectedEmoji: string | null;
	createdAt: string;
	/** Whether object storage still has it. */
	fileExists: boolean;
	/** Where to play it. */
	audioFilePath: string;
}

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
