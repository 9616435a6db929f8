import { and, eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { Fault, invalidField } from "../../errors.ts";
import {
	analyseRecording,
	ModelUnavailable,
	RecordingRefused,
	type VoiceReading,
} from "../../voice/analyse-recording.ts";
import { today } from "../days/time-zone.ts";
import { mayKeepAudio } from "../recordings/audio-consent.ts";
import { recordingKey } from "../recordings/find-recordings.ts";
import { readSettings } from "../settings/read-settings.ts";
import { moodEntries } from "../tables.ts";
import { dropRecording, keepRecording, type RecordingColumns } from "./keep-recording.ts";
import { proposalOf } from "./proposal.ts";
import type { Upload, UploadedEntry } from "./upload-contract.ts";

type NewEntry = Omit<typeof moodEntries.$inferInsert, keyof RecordingColumns>;

/**
 * Makes today's entry out of a recording. The audio is analysed in memory, and kept only where the person agreed to
 * it. Throws `conflict` when today has an entry, `invalid_input` for a recording that cannot be analysed, `unavailable`
 * when the model or storage is out; then there is neither an entry nor an object.
 */
export async function uploadEntry(context: Context, userId: string, upload: Upload): Promise<UploadedEntry> {
	const { now, newId, recordings } = context;
	const settings = await readSettings(context, userId);
	const instant = now();
	const entryDate = today(settings.timezone, instant);
	await refuseSecondEntry(context, userId, entryDate);
	const bytes = new Uint8Array(await upload.audio.arrayBuffer());
	const reading = await analyseOrRefuse(bytes);
	const id = newId();
	const entry: NewEntry = {
		...{ id, userId, entryDate, timezone: settings.timezone, createdAt: new Date(instant) },
		...{ language: upload.language, duration: upload.duration, measuredDuration: reading.seconds },
		...{ emotionScores: reading.scores, reliability: reading.reliability, timeline: reading.timeline },
	};
	const recording = { bytes, contentType: contentTypeOf(upload.audio, reading) };
	const columns = mayKeepAudio(settings) && (await keepRecording(context, userId, id, recording));
	const isKept = await writeEntry(context, entry, columns || undefined).catch(async (error) => {
		if (columns) await dropRecording(recordings, recordingKey(userId, id));
		throw error;
	});
	if (columns && !isKept) await dropRecording(recordings, recordingKey(userId, id));
	return {
		id,
		entryDate,
		emotionScores: reading.scores,
		...proposalOf(reading.scores, reading.reliability),
	};
}

const secondEntry = () => new Fault({ code: "conflict", message: "There is already a mood entry for today" });

async function refuseSecondEntry({ db }: Context, userId: string, entryDate: string): Promise<void> {
	const [existing] = await db
		.select({ id: moodEntries.id })
		.from(moodEntries)
		.where(and(eq(moodEntries.userId, userId), eq(moodEntries.entryDate, entryDate)));
	if (existing) throw secondEntry();
}

/** Of two at once, the unique index lets one pass; the other is a `conflict`. Answers whether audio is kept with it. */
async function writeEntry({ db }: Context, entry: NewEntry, recording?: RecordingColumns): Promise<boolean> {
	const [written] = await db
		.insert(moodEntries)
		.values({ ...entry, ...recording })
		.onConflictDoNothing()
		.returning({ audioKey: moodEntries.audioKey });
	if (!written) throw secondEntry();
	return written.audioKey !== null;
}

/** Characters; a recorder's content type has about 25, and R2 and an answer's header take no more than some thousand. */
const MAX_CONTENT_TYPE_LENGTH = 200;

/** As the client says, parameters and all, where that is a kind of audio; else as the bytes say. */
function contentTypeOf({ type }: File, { contentType }: VoiceReading): string {
	const isAudio = /^(audio|video)\/[\w.+-]+(\s*;\s*[\w-]+=("[\w., -]*"|[\w.,-]+))*$/i;
	return type.length <= MAX_CONTENT_TYPE_LENGTH && isAudio.test(type) ? type : contentType;
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
