import { sql } from "drizzle-orm";
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { type EmotionScore, RELIABILITIES } from "../emotions.ts";
import type { AlertPattern } from "./alerts/patterns.ts";
import { LANGUAGES } from "./language.ts";

const instant = (name: string) => integer(name, { mode: "timestamp_ms" });
const flag = (name: string) => integer(name, { mode: "boolean" });

/** The emotions of one window of a recording. `at` is where it begins, `length` how long it is, in seconds. */
export interface TimelineWindow {
	at: number;
	length: number;
	scores: EmotionScore[];
}

/** One note a person and calendar day. The day is the one it was for them when they made it, and stays that. */
export const moodEntries = sqliteTable(
	"mood_entries",
	{
		id: text("id").primaryKey(),
		userId: text("user_id").notNull(),
		/** `YYYY-MM-DD` */
		entryDate: text("entry_date").notNull(),
		/** Where the person was when it was that day. */
		timezone: text("timezone").notNull(),
		createdAt: instant("created_at").notNull(),
		language: text("language", { enum: LANGUAGES }).notNull(),
		/** Seconds, as the client says. */
		duration: real("duration").notNull(),
		/** Seconds, as decoding found; null when there never was a recording. */
		measuredDuration: real("measured_duration"),
		selectedEmoji: text("selected_emoji"),
		/** In the person's own words. */
		note: text("note"),
		/** All eight, highest first; empty when there never was a recording. */
		emotionScores: text("emotion_scores", { mode: "json" }).$type<EmotionScore[]>().notNull(),
		/** Of the scores; null where there are none, or when they are older than the estimate. */
		reliability: text("reliability", { enum: RELIABILITIES }),
		timeline: text("timeline", { mode: "json" }).$type<TimelineWindow[]>(),
		audioKey: text("audio_key"),
		audioContentType: text("audio_content_type"),
		/** Bytes. */
		audioSize: integer("audio_size"),
		/** Of the model that the scores are by; null without a recording and where it was not stored yet. */
		modelVersion: text("model_version"),
		/** The estimate behind `reliability`: that the highest score is right. */
		probabilityCorrect: real("probability_correct"),
	},
	(table) => [
		uniqueIndex("mood_entries_by_day").on(table.userId, table.entryDate),
		// Holds all that progress reads, so that ten years of entries are one pass over one index.
		index("mood_entries_counted")
			.on(table.userId, table.entryDate, table.selectedEmoji, table.id)
			.where(sql`selected_emoji is not null`),
		uniqueIndex("mood_entries_by_audio").on(table.audioKey).where(sql`audio_key is not null`),
		index("mood_entries_recorded").on(table.userId, table.entryDate).where(sql`audio_key is not null`),
	],
);

/** What a person can have done on a day. */
export const activities = sqliteTable("activities", {
	key: text("key").primaryKey(),
	label: text("label").notNull(),
	icon: text("icon").notNull(),
	color: text("color").notNull(),
	order: integer("sort_order").notNull(),
});

export const entryActivities = sqliteTable(
	"entry_activities",
	{
		entryId: text("entry_id")
			.notNull()
			.references(() => moodEntries.id, { onDelete: "cascade" }),
		activityKey: text("activity_key")
			.notNull()
			.references(() => activities.key),
	},
	(table) => [primaryKey({ columns: [table.entryId, table.activityKey] })],
);

/** A person without a row has the defaults. */
export const userSettings = sqliteTable(
	"user_settings",
	{
		userId: text("user_id").primaryKey(),
		reminderEnabled: flag("reminder_enabled").notNull().default(false),
		/** `HH:MM` on the person's clock */
		reminderTime: text("reminder_time").notNull().default("20:00"),
		interventionThreshold: integer("intervention_threshold").notNull().default(5),
		audioStorageEnabled: flag("audio_storage_enabled").notNull().default(false),
		/** Null until the person has said yes or no. */
		audioStorageConsent: flag("audio_storage_consent"),
		consentGivenAt: instant("consent_given_at"),
		preferredLanguage: text("preferred_language", { enum: LANGUAGES }).notNull().default("en"),
		timezone: text("timezone").notNull().default("Asia/Kolkata"),
		/** Whether scores are shown as this person's choices have taught; see adjustment/. */
		voiceAdjustmentEnabled: flag("voice_adjustment_enabled").notNull().default(true),
		/** Choices for notes up to this day teach nothing any more. */
		voiceAdjustmentForgottenThrough: text("voice_adjustment_forgotten_through"),
		/** Storage was switched off and not everything is deleted yet. */
		recordingsToDelete: flag("recordings_to_delete").notNull().default(false),
		/** When a reminder is due next; null while none is wanted. */
		nextReminderAt: instant("next_reminder_at"),
		lastRemindedOn: text("last_reminded_on"),
		/** Grows with every change that alerts depend on; `reviewedRevision` is the one they were last decided for. */
		revision: integer("revision").notNull().default(0),
		reviewedRevision: integer("reviewed_revision").notNull().default(0),
	},
	(table) => [
		index("user_settings_reminder_due").on(table.nextReminderAt).where(sql`next_reminder_at is not null`),
		index("user_settings_to_delete").on(table.userId).where(sql`recordings_to_delete = 1`),
		index("user_settings_unreviewed").on(table.userId).where(sql`reviewed_revision < revision`),
	],
);

/** Changes of zone that made it another day for the person; see days/zone-history. */
export const zoneChanges = sqliteTable(
	"zone_changes",
	{
		id: integer("id").primaryKey({ autoIncrement: true }),
		userId: text("user_id").notNull(),
		changedAt: instant("changed_at").notNull(),
		fromTimezone: text("from_timezone").notNull(),
		toTimezone: text("to_timezone").notNull(),
		fromDate: text("from_date").notNull(),
		toDate: text("to_date").notNull(),
	},
	(table) => [index("zone_changes_by_user").on(table.userId, table.id)],
);

/** Addresses under which a recording can be played for some minutes without a token, as `<audio src>` needs it. */
export const playbackLinks = sqliteTable(
	"playback_links",
	{
		/** SHA-256 of what stands in the address. */
		digest: text("digest").primaryKey(),
		userId: text("user_id").notNull(),
		entryId: text("entry_id").notNull(),
		expiresAt: instant("expires_at").notNull(),
	},
	(table) => [index("playback_links_by_user").on(table.userId, table.expiresAt)],
);

/** What a person agreed to or refused, when, and under which wording. Rows are only ever added. */
export const consents = sqliteTable(
	"consents",
	{
		id: integer("id").primaryKey({ autoIncrement: true }),
		userId: text("user_id").notNull(),
		purpose: text("purpose", { enum: ["audio_storage"] }).notNull(),
		granted: flag("granted").notNull(),
		/** Through which act: answering the question, or switching storage on. */
		source: text("source", { enum: ["consent", "settings"] }).notNull(),
		wordingVersion: text("wording_version").notNull(),
		recordedAt: instant("recorded_at").notNull(),
	},
	(table) => [index("consents_by_user").on(table.userId, table.id)],
);

export const alerts = sqliteTable(
	"alerts",
	{
		id: text("id").primaryKey(),
		userId: text("user_id").notNull(),
		alertType: text("alert_type", { enum: ["consecutive_low", "sudden_drop"] }).notNull(),
		/** The first day of the pattern. */
		startDate: text("start_date").notNull(),
		/** Its last day: the same finding is never told twice. */
		endDate: text("end_date").notNull(),
		detectedAt: instant("detected_at").notNull(),
		patternDetails: text("pattern_details", { mode: "json" }).$type<AlertPattern["details"]>().notNull(),
		dismissedAt: instant("dismissed_at"),
	},
	(table) => [
		uniqueIndex("alerts_by_finding").on(table.userId, table.alertType, table.endDate),
		index("alerts_open").on(table.userId, table.detectedAt).where(sql`dismissed_at is null`),
	],
);

/** Where a browser wants its reminders. An endpoint belongs to one browser, so to one person at a time. */
export const pushSubscriptions = sqliteTable(
	"push_subscriptions",
	{
		id: text("id").primaryKey(),
		userId: text("user_id").notNull(),
		endpoint: text("endpoint").notNull().unique(),
		p256dh: text("p256dh").notNull(),
		auth: text("auth").notNull(),
		createdAt: instant("created_at").notNull(),
	},
	(table) => [index("push_subscriptions_by_user").on(table.userId)],
);

/** Accounts whose erasure has begun and not ended. `erased` counts what is gone so far. */
export const erasures = sqliteTable("erasures", {
	userId: text("user_id").primaryKey(),
	requestedAt: instant("requested_at").notNull(),
	erased: text("erased", { mode: "json" }).$type<Record<string, number>>().notNull(),
});

/** How far a sweep through object storage has come. */
export const sweeps = sqliteTable("sweeps", {
	name: text("name").primaryKey(),
	cursor: text("cursor"),
	finishedAt: instant("finished_at"),
});
