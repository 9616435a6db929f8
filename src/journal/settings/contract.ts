import { z } from "@hono/zod-openapi";
import { Day, Instant, SpokenLanguage } from "../contract-fields.ts";

const ReminderTime = z
	.string()
	.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "A time is HH:MM from 00:00 to 23:59" })
	.openapi({ description: "On the person's clock", example: "20:00" });

const Threshold = z
	.number()
	.int()
	.min(3)
	.max(14)
	.openapi({ description: "Low days in a row that raise an alert, 3 to 14", example: 5 });

const TimeZone = z
	.string()
	.max(64)
	.openapi({ description: "IANA time zone in which days are counted", example: "Asia/Kolkata" });

const AdjustmentEnabled = z.boolean().openapi({
	description: "Whether the scores of notes are adjusted to the person by the moods they chose before",
});

export const SettingsUpdate = z
	.object({
		reminderEnabled: z.boolean().optional(),
		reminderTime: ReminderTime.optional(),
		interventionThreshold: Threshold.optional(),
		audioStorageEnabled: z
			.boolean()
			.optional()
			.openapi({ description: "True is a consent where none is recorded; false deletes every recording" }),
		preferredLanguage: SpokenLanguage.optional(),
		timezone: TimeZone.optional(),
		voiceAdjustmentEnabled: AdjustmentEnabled.optional(),
	})
	.openapi("SettingsUpdate");

export const Settings = z
	.object({
		reminderEnabled: z.boolean(),
		reminderTime: ReminderTime,
		interventionThreshold: Threshold,
		audioStorageEnabled: z.boolean(),
		audioStorageConsent: z.boolean().nullable().openapi({ description: "Null until answered" }),
		consentGivenAt: Instant.nullable(),
		preferredLanguage: SpokenLanguage,
		timezone: TimeZone,
		voiceAdjustmentEnabled: AdjustmentEnabled,
		voiceAdjustmentForgottenThrough: Day.nullable().openapi({
			description:
				"Choices for notes up to this day adjust nothing any more; null when nothing was forgotten",
		}),
	})
	.openapi("Settings");

export const ConsentBody = z.object({ consent: z.boolean() }).openapi("ConsentBody");

export const ConsentState = Settings.pick({
	audioStorageConsent: true,
	audioStorageEnabled: true,
	consentGivenAt: true,
}).openapi("ConsentState");

export const ConsentLedger = z
	.object({
		consents: z.array(
			z.object({
				purpose: z.literal("audio_storage"),
				granted: z.boolean(),
				source: z.enum(["consent", "settings"]).openapi({ description: "Through which act" }),
				wordingVersion: z.string().openapi({ example: "2026-11-22" }),
				recordedAt: Instant,
			}),
		),
		currentWording: z.object({
			version: z.string().openapi({ example: "2026-11-22" }),
			text: z.string().openapi({ description: "What is agreed to, in the person's language" }),
		}),
		wordings: z
			.record(z.string(), z.object({ en: z.string(), hi: z.string(), gu: z.string() }))
			.openapi({ description: "Every wording there was, by version" }),
	})
	.openapi("ConsentLedger");

/** One answer of a person: what for, yes or no, how, under which wording, when. */
export type ConsentRecord = z.infer<typeof ConsentLedger>["consents"][number];
