CREATE TABLE `interventions` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`name` text NOT NULL,
	`model` text NOT NULL,
	`moods` text NOT NULL,
	`min_confidence` real NOT NULL,
	`for_seconds` integer NOT NULL,
	`signals` text,
	`action` text NOT NULL,
	`payload` text,
	`cooldown_seconds` integer NOT NULL,
	`max_per_session` integer NOT NULL,
	`holdout` real NOT NULL,
	`goal` text,
	`active` integer NOT NULL,
	`round` integer NOT NULL,
	`salt` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `interventions_by_account` ON `interventions` (`account_id`,`created_at`);