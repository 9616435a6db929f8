import { z } from "@hono/zod-openapi";
import { EMOTIONS } from "../../../emotions.ts";
import { LearnedAdjustment } from "../../adjustment/contract.ts";
import { Day, Emoji, Instant, KnownReliability, Note, SpokenLanguage } from "../../contract-fields.ts";
import { daysBetween } from "../../days/calendar-day.ts";
import { Settings } from "../../settings/contract.ts";

export const FORMAT = "undertone-journal";
export const VERSION = 1;

const Scores = z
	.array(
		z.object({
			emoji: Emoji,
			emotion: z.enum(EMOTIONS),
			confidence: z.number().min(0).max(100),
		}),
	)
	.max(8);

/** What may be kept as a recording: nothing that a browser would run as a page. */
export const AudioType = z
	.string()
	.max(200)
	.regex(/^(audio|video)\/[\w.+-]+(\s*;\s*[\w-]+=("[\w., -]*"|[\w.,-]+))*$/i, {
		error: "This must be a type of audio",
	});

const Id = z.string().regex(/^[\w-]{1,64}$/, { error: "An id is up to 64 letters, digits, - and _" });

export const EntryDocument = z.object({
	id: Id,
	entryDate: Day,
	timezone: z.string().min(1).max(64),
	createdAt: Instant,
	language: SpokenLanguage,
	duration: z.number().min(0).max(86_400),
	measuredDuration: z.number().min(0).max(86_400).nullable(),
	selectedEmoji: Emoji.nullable(),
	activityKeys: z.array(z.string().max(64)).max(50),
	note: Note.nullable().default(null),
	emotionScores: Scores,
	reliability: KnownReliability,
	modelVersion: z.string().max(64).optional().openapi({ description: "Of the model that the scores are by" }),
	probabilityCorrect: z.number().min(0).max(1).optional().openapi({
		description: "The estimate behind `reliability`: that the highest score is right",
	}),
	timeline: z
		.array(
			z.object({
				at: z.number(),
				length: z.number(),
				confidences: z
					.array(z.number().min(0).max(100))
					.length(EMOTIONS.length)
					.openapi({ description: `Percent of ${EMOTIONS.join(", ")}, in this order` }),
			}),
		)
		.max(1000)
		.nullable(),
	recording: z
		.object({
			file: z.string().max(200).openapi({ description: "Where it is in the ZIP" }),
			contentType: AudioType,
			size: z.number().int().min(0),
		})
		.nullable(),
});

/** Documents of before scores were adjusted say nothing about it. */
const SettingsDocument = Settings.extend({
	voiceAdjustmentEnabled: z.boolean().default(true),
	voiceAdjustmentForgottenThrough: Day.nullable().default(null),
});

const ConsentDocument = z.object({
	purpose: z.literal("audio_storage"),
	granted: z.boolean(),
	source: z.enum(["consent", "settings"]),
	wordingVersion: z.string().max(64),
	recordedAt: Instant,
});

/** Between two zones of the earth it is never more than two days later. */
const ZoneChangeDocument = z
	.object({
		changedAt: Instant,
		fromTimezone: z.string().max(64),
		toTimezone: z.string().max(64),
		fromDate: Day,
		toDate: Day,
	})
	.refine(({ fromDate, toDate }) => Math.abs(daysBetween(fromDate, toDate)) <= 2, {
		error: "No change of zone is more than two days wide",
	});

const Alerted = { id: Id, detectedAt: Instant, dismissedAt: Instant.nullable() };
const AlertDocument = z.discriminatedUnion("alertType", [
	z.object({
		...Alerted,
		alertType: z.literal("consecutive_low"),
		patternDetails: z.object({
			consecutiveDays: z.number().int(),
			emotions: z.array(z.string().max(64)).max(4000),
			dates: z.array(Day).min(1).max(4000),
		}),
	}),
	z.object({
		...Alerted,
		alertType: z.literal("sudden_drop"),
		patternDetails: z.object({ fromEmoji: Emoji, toEmoji: Emoji, fromDate: Day, toDate: Day }),
	}),
]);

/** A whole journal in one document: what an export gives and an import takes. */
export const JournalDocument = z
	.object({
		format: z.literal(FORMAT, { error: "This is not an export of this journal" }),
		version: z.literal(VERSION, { error: "This version of the format is not known" }),
		exportedAt: Instant,
		settings: SettingsDocument.nullable().openapi({ description: "Null for a person who chose nothing" }),
		consents: z.array(ConsentDocument).max(10_000),
		zoneChanges: z.array(ZoneChangeDocument).max(10_000),
		voiceAdjustment: LearnedAdjustment.nullable().default(null).openapi({
			description:
				"What was learned about reading the person when this was exported. An import works it out anew from the entries",
		}),
		alerts: z.array(AlertDocument).max(10_000),
		entries: z.array(EntryDocument).max(40_000),
	})
	.openapi("JournalDocument");

export type JournalDocument = z.output<typeof JournalDocument>;
export type EntryDocument = z.output<typeof EntryDocument>;
