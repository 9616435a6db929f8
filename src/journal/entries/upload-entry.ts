import type { Context } from "../../context.ts";
import { Fault, invalidField } from "../../errors.ts";
import {
	analyseRecording,
	ModelUnavailable,
	RecordingRefused,
	type VoiceReading,
} from "../../voice/analyse-recording.ts";
import { adjustOwnNote } from "../adjustment/read-labels.ts";
import type { CalendarDay } from "../days/calendar-day.ts";
import { dayOfEntry } from "../days/past-days.ts";
import { today as todayIn } from "../days/time-zone.ts";
import { mayKeepAudio } from "../recordings/audio-consent.ts";
import { contentTypeOf } from "../recordings/audio-type.ts";
import { recordingKey } from "../recordings/find-recordings.ts";
import { readSettings } from "../settings/read-settings.ts";
import { moodEntries } from "../tables.ts";
import { dropRecording, keepRecording, type RecordingColumns } from "./keep-recording.ts";
import { refuseSecondEntry, secondEntry } from "./second-entry.ts";
import { MAX_NOTE_SECONDS, type Upload, type UploadedEntry } from "./upload-contract.ts";

type NewEntry = Omit<typeof moodEntries.$inferInsert, keyof RecordingColumns>;

/**
 * Makes an entry out of a recording, for today or one of the days before. The audio is analysed in memory, and kept only
 * where the person agreed to it. Throws `conflict` when the day has an entry, `invalid_input` for a recording that cannot be analysed, `unavailable`
 * when the model or storage is out; then there is neither an entry nor an object.
 */
export async function uploadEntry(context: Context, userId: string, upload: Upload): Promise<UploadedEntry> {
	const { now, newId, recordings } = context;
	refuseOtherLength(context, upload.duration);
	const settings = await readSettings(context, userId);
	const instant = now();
	const today = todayIn(settings.timezone, instant);
	const entryDate = dayOfEntry(upload.entryDate, today);
	await refuseSecondEntry(context, userId, { day: entryDate, today });
	const bytes = new Uint8Array(await upload.audio.arrayBuffer());
	const reading = await analyseOrRefuse(bytes);
	const { scores: emotionScores, reliability, modelVersion, probabilityCorrect } = reading;
	const scored = { entryDate, emotionScores, reliability, modelVersion, probabilityCorrect };
	// Before anything is written: where it fails, there is no entry either.
	const shown = await adjustOwnNote(context, userId, scored);
	const id = newId();
	const entry: NewEntry = {
		...{ ...scored, id, userId, timezone: settings.timezone, createdAt: new Date(instant) },
		...{
			language: upload.language,
			duration: durationOf(upload, reading),
			measuredDuration: reading.seconds,
		},
		timeline: reading.timeline,
	};
	const recording = { bytes, contentType: contentTypeOf(upload.audio.type, reading.contentType) };
	const columns = mayKeepAudio(settings) && (await keepRecording(context, userId, id, recording));
	const isKept = await insertEntry(context, entry, today, columns || undefined).catch(async (error) => {
		if (columns) await dropRecording(recordings, recordingKey(userId, id));
		throw error;
	});
	if (columns && !isKept) await dropRecording(recordings, recordingKey(userId, id));
	// Gives the memory back now instead of at the next collection: others may be waiting for it.
	bytes.buffer.transfer(0);
	return { id, entryDate, ...shown, reliability: shown.reliability ?? reliability };
}

function refuseOtherLength({ config }: Context, seconds: number): void {
	const { minNoteSeconds } = config;
	if (seconds >= minNoteSeconds && seconds <= MAX_NOTE_SECONDS) return;
	throw invalidField(
		"duration",
		`The note is ${seconds} seconds long; it must be ${minNoteSeconds} to ${MAX_NOTE_SECONDS}`,
	);
}

/** Seconds within which a recorder's clock and the decoded recording agree. */
const CLOCK_TOLERANCE_S = 2;

/** As the recorder counted, unless the recording itself is of another length. */
const durationOf = ({ duration }: Upload, { seconds }: VoiceReading): number =>
	Math.abs(duration - seconds) <= CLOCK_TOLERANCE_S ? duration : Math.round(seconds * 10) / 10;

/** Of two at once, the unique index lets one pass; the other is a `conflict`. Answers whether audio is kept with it. */
async function insertEntry(
	{ db }: Context,
	entry: NewEntry,
	today: CalendarDay,
	recording?: RecordingColumns,
): Promise<boolean> {
	const [written] = await db
		.insert(moodEntries)
		.values({ ...entry, ...recording })
		.onConflictDoNothing()
		.returning({ audioKey: moodEntries.audioKey });
	if (!written) throw secondEntry(entry.entryDate, today);
	return written.audioKey !== null;
}

/** What the recording sounds like. Throws `invalid_input` when it is at fault, `unavailable` when the model is. */
export async function analyseOrRefuse(bytes: Uint8Array<ArrayBuffer>): Promise<VoiceReading> {
	try {
		return await analyseRecording(bytes);
	} catch (error) {
		if (error instanceof RecordingRefused) throw invalidField("audio", error.message);
		if (!(error instanceof ModelUnavailable)) throw error;
		const message = "The voice model cannot run right now. Please try again in a moment.";
		throw new Fault({ code: "unavailable", message });
	}
}
