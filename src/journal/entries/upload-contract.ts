import { z } from "@hono/zod-openapi";
import { MAX_RECORDING_BYTES } from "../../voice/analyse-recording.ts";
import {
	Day,
	KnownReliability,
	ModelScores,
	ProposedEmoji,
	Reliability,
	ShownScores,
} from "../contract-fields.ts";
import { LANGUAGES } from "../language.ts";

/** What a form adds around its file. */
const FORM_BYTES = 64 * 1024;
export const MAX_FORM_BYTES = MAX_RECORDING_BYTES + FORM_BYTES;

export const TOO_LARGE = "The recording is larger than 10 MB";

export const MAX_NOTE_SECONDS = 60;
const DURATION = "The duration must be a number of seconds";

const Audio = z
	.custom<File>((value) => value instanceof File, { error: "A recording as a file is required" })
	.refine(({ size }) => size > 0, { error: "The recording is empty" })
	.refine(({ size }) => size <= MAX_RECORDING_BYTES, { error: TOO_LARGE })
	.openapi({
		type: "string",
		format: "binary",
		description: "WebM, Ogg, MP3 or WAV, at most 10 MB and 60 s; what it is gets decided by its bytes",
	});

export const UploadForm = z
	.object({
		audio: Audio,
		language: z
			.enum(LANGUAGES, { error: "The language must be en, hi or gu" })
			.default("en")
			.openapi({ description: "What is spoken: English, Hindi or Gujarati", example: "en" }),
		duration: z
			.string({ error: DURATION })
			.regex(/^\d{1,3}(\.\d{1,20})?$/, { error: DURATION })
			.transform(Number)
			.openapi({
				type: "number",
				minimum: 5,
				maximum: MAX_NOTE_SECONDS,
				description:
					"Seconds, 30 to 60, as the recorder counted. Whoever runs the service may take shorter notes, from 5 s on",
				example: 42,
			}),
		entryDate: Day.optional().openapi({
			description:
				"The day that it is for: today, in the person's time zone, or one of the 30 days before. Today where it is left out",
		}),
	})
	.openapi("MoodUpload");

export type Upload = z.infer<typeof UploadForm>;

export const UploadedEntry = z
	.object({
		id: z.string().openapi({ example: "5f0c3b1e-7a52-4d0e-9b1a-0c6f2f3a9d11" }),
		entryDate: Day,
		...ShownScores,
		reliability: Reliability,
		proposedEmoji: ProposedEmoji,
	})
	.openapi("UploadedMoodEntry");

export type UploadedEntry = z.infer<typeof UploadedEntry>;

export const Timeline = z
	.object({
		id: z.string().openapi({ example: "5f0c3b1e-7a52-4d0e-9b1a-0c6f2f3a9d11" }),
		duration: z.number().openapi({ description: "Seconds, as the client said", example: 42 }),
		measuredDuration: z
			.number()
			.nullable()
			.openapi({ description: "Seconds, as decoding found; null without a recording", example: 41.7 }),
		reliability: KnownReliability,
		timeline: z
			.array(
				z.object({
					at: z.number().openapi({ description: "Where the window begins, in seconds", example: 1.5 }),
					length: z.number().openapi({ description: "How long it is, in seconds", example: 3 }),
					emotionScores: ModelScores,
				}),
			)
			.openapi({
				description: "Windows in order, as the model heard them; they overlap, and silence is left out",
			}),
	})
	.openapi("MoodTimeline");

/** How the mood moved within a note. */
export type Timeline = z.infer<typeof Timeline>;
