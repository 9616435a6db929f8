CREATE TABLE `playback_links` (
	`digest` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `playback_links_by_user` ON `playback_links` (`user_id`,`expires_at`);--> statement-breakpoint
ALTER TABLE `mood_entries` ADD `note` text;