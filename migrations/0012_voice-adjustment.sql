ALTER TABLE `mood_entries` ADD `model_version` text;--> statement-breakpoint
ALTER TABLE `mood_entries` ADD `probability_correct` real;--> statement-breakpoint
ALTER TABLE `user_settings` ADD `voice_adjustment_enabled` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `user_settings` ADD `voice_adjustment_forgotten_through` text;