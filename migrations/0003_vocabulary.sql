CREATE TABLE `arc_cache` (
	`dialog_id` text NOT NULL,
	`hash` text NOT NULL,
	`arc` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`dialog_id`, `hash`),
	FOREIGN KEY (`dialog_id`) REFERENCES `dialogs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `dialog_blocks` (
	`id` text PRIMARY KEY NOT NULL,
	`dialog_id` text NOT NULL,
	`position` integer NOT NULL,
	`speaker` text NOT NULL,
	`text` text NOT NULL,
	`emotion_id` text,
	`intensity` real NOT NULL,
	FOREIGN KEY (`dialog_id`) REFERENCES `dialogs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`emotion_id`) REFERENCES `emotions`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `dialog_blocks_by_position` ON `dialog_blocks` (`dialog_id`,`position`);--> statement-breakpoint
CREATE INDEX `dialog_blocks_by_emotion` ON `dialog_blocks` (`emotion_id`);--> statement-breakpoint
CREATE TABLE `dialogs` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`title` text NOT NULL,
	`lang` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `dialogs_by_owner` ON `dialogs` (`owner_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `emotion_categories` (
	`id` text PRIMARY KEY NOT NULL,
	`icon` text NOT NULL,
	`name` text NOT NULL,
	`sort_order` integer NOT NULL,
	`name_i18n` text NOT NULL,
	`provenance` text NOT NULL,
	`lang` text NOT NULL,
	`untranslated` integer DEFAULT false NOT NULL,
	`retry_at` integer,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `emotion_categories_by_order` ON `emotion_categories` (`sort_order`,`name`);--> statement-breakpoint
CREATE INDEX `emotion_categories_untranslated` ON `emotion_categories` (`retry_at`) WHERE untranslated = 1;--> statement-breakpoint
CREATE TABLE `emotions` (
	`id` text PRIMARY KEY NOT NULL,
	`emoji` text NOT NULL,
	`category_id` text NOT NULL,
	`keywords` text NOT NULL,
	`keywords_i18n` text NOT NULL,
	`provenance` text NOT NULL,
	`valence` real,
	`arousal` real,
	`affect_source` text,
	`lang` text NOT NULL,
	`untranslated` integer DEFAULT false NOT NULL,
	`retry_at` integer,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`category_id`) REFERENCES `emotion_categories`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `emotions_by_category` ON `emotions` (`category_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `emotions_untranslated` ON `emotions` (`retry_at`) WHERE untranslated = 1;