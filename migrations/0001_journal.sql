CREATE TABLE `activities` (
	`key` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`icon` text NOT NULL,
	`color` text NOT NULL,
	`sort_order` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `alerts` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`alert_type` text NOT NULL,
	`start_date` text NOT NULL,
	`end_date` text NOT NULL,
	`detected_at` integer NOT NULL,
	`pattern_details` text NOT NULL,
	`dismissed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `alerts_by_finding` ON `alerts` (`user_id`,`alert_type`,`end_date`);--> statement-breakpoint
CREATE INDEX `alerts_open` ON `alerts` (`user_id`,`detected_at`) WHERE dismissed_at is null;--> statement-breakpoint
CREATE TABLE `consents` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` text NOT NULL,
	`purpose` text NOT NULL,
	`granted` integer NOT NULL,
	`source` text NOT NULL,
	`wording_version` text NOT NULL,
	`recorded_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `consents_by_user` ON `consents` (`user_id`,`id`);--> statement-breakpoint
CREATE TABLE `entry_activities` (
	`entry_id` text NOT NULL,
	`activity_key` text NOT NULL,
	PRIMARY KEY(`entry_id`, `activity_key`),
	FOREIGN KEY (`entry_id`) REFERENCES `mood_entries`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`activity_key`) REFERENCES `activities`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `erasures` (
	`user_id` text PRIMARY KEY NOT NULL,
	`requested_at` integer NOT NULL,
	`erased` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mood_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`entry_date` text NOT NULL,
	`timezone` text NOT NULL,
	`created_at` integer NOT NULL,
	`language` text NOT NULL,
	`duration` real NOT NULL,
	`measured_duration` real,
	`selected_emoji` text,
	`emotion_scores` text NOT NULL,
	`timeline` text,
	`audio_key` text,
	`audio_content_type` text,
	`audio_size` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mood_entries_by_day` ON `mood_entries` (`user_id`,`entry_date`);--> statement-breakpoint
CREATE INDEX `mood_entries_counted` ON `mood_entries` (`user_id`,`entry_date`,`selected_emoji`,`id`) WHERE selected_emoji is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `mood_entries_by_audio` ON `mood_entries` (`audio_key`) WHERE audio_key is not null;--> statement-breakpoint
CREATE INDEX `mood_entries_recorded` ON `mood_entries` (`user_id`,`entry_date`) WHERE audio_key is not null;--> statement-breakpoint
CREATE TABLE `push_subscriptions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`endpoint` text NOT NULL,
	`p256dh` text NOT NULL,
	`auth` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `push_subscriptions_endpoint_unique` ON `push_subscriptions` (`endpoint`);--> statement-breakpoint
CREATE INDEX `push_subscriptions_by_user` ON `push_subscriptions` (`user_id`);--> statement-breakpoint
CREATE TABLE `sweeps` (
	`name` text PRIMARY KEY NOT NULL,
	`cursor` text,
	`finished_at` integer
);
--> statement-breakpoint
CREATE TABLE `user_settings` (
	`user_id` text PRIMARY KEY NOT NULL,
	`reminder_enabled` integer DEFAULT false NOT NULL,
	`reminder_time` text DEFAULT '20:00' NOT NULL,
	`intervention_threshold` integer DEFAULT 5 NOT NULL,
	`audio_storage_enabled` integer DEFAULT false NOT NULL,
	`audio_storage_consent` integer,
	`consent_given_at` integer,
	`preferred_language` text DEFAULT 'en' NOT NULL,
	`timezone` text DEFAULT 'Asia/Kolkata' NOT NULL,
	`recordings_to_delete` integer DEFAULT false NOT NULL,
	`next_reminder_at` integer,
	`last_reminded_on` text,
	`revision` integer DEFAULT 0 NOT NULL,
	`reviewed_revision` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `user_settings_reminder_due` ON `user_settings` (`next_reminder_at`) WHERE next_reminder_at is not null;--> statement-breakpoint
CREATE INDEX `user_settings_to_delete` ON `user_settings` (`user_id`) WHERE recordings_to_delete = 1;--> statement-breakpoint
CREATE INDEX `user_settings_unreviewed` ON `user_settings` (`user_id`) WHERE reviewed_revision < revision;--> statement-breakpoint
CREATE TABLE `zone_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` text NOT NULL,
	`changed_at` integer NOT NULL,
	`from_timezone` text NOT NULL,
	`to_timezone` text NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `zone_changes_by_user` ON `zone_changes` (`user_id`,`id`);