import { z } from "@hono/zod-openapi";
import {
	Day,
	DayOfWeek,
	Emoji,
	Instant,
	KnownReliability,
	Note,
	ProposedEmoji,
	ShownScores,
	SpokenLanguage,
	wholeNumber,
} from "../contract-fields.ts";

export const EntryParams = z.object({ id: z.string().max(200).openapi({ description: "The entry's id" }) });
export const DayParams = z.object({ date: Day });

const MAX_SEARCH_LENGTH = 200;

export const ListQuery = z
	.object({
		startDate: Day.optional(),
		endDate: Day.optional(),
		limit: wholeNumber(1, 1000)
			.default(30)
			.openapi({ type: "integer", description: "How many at most, 1 to 1000", default: 30 }),
		search: z
			.string()
			.trim()
			.min(1, { error: "Search for at least one character" })
			.max(MAX_SEARCH_LENGTH)
			.optional()
			.openapi({
				description: "Only entries whose note holds each of these words, or parts of words, in any order",
				example: "river walk",
			}),
	})
	.refine(({ startDate, endDate }) => !startDate || !endDate || startDate <= endDate, {
		error: "The first day is after the last",
		path: ["startDate"],
	});

const ActivityKeys = z.array(z.string().min(1).max(64)).max(50);

export const UpdateBody = z
	.object({
		selectedEmoji: Emoji.nullable()
			.optional()
			.openapi({ description: "Null takes the selection back: the entry counts no more", example: "😊" }),
		activityKeys: ActivityKeys.optional().openapi({
			description: "Replaces the whole set",
			example: ["exercise", "social"],
		}),
		note: Note.nullable().optional(),
	})
	.openapi("MoodEntryUpdate");

export const WriteBody = z
	.object({
		selectedEmoji: Emoji.optional(),
		activityKeys: ActivityKeys.optional().openapi({ example: ["exercise", "social"] }),
		note: Note.trim().optional(),
		entryDate: Day.optional().openapi({
			description:
				"The day that it is for: today, in the person's time zone, or one of the 30 days before. Today where it is left out",
		}),
		language: SpokenLanguage.optional().openapi({
			description: "Of the note; the person's own where it is left out",
		}),
	})
	.refine(({ selectedEmoji, note }) => selectedEmoji !== undefined || !!note, {
		error: "An entry without a recording needs an emoji, a note or both",
		path: ["body"],
	})
	.openapi("WrittenMoodEntry");

/** An entry in words or by an emoji, without a recording. */
export type WrittenEntry = z.infer<typeof WriteBody>;

/** What a person adds to an entry. `activityKeys` replaces the whole set. */
export type EntryUpdate = z.infer<typeof UpdateBody>;

export const EntryActivity = z
	.object({
		key: z.string().openapi({ example: "exercise" }),
		activityKey: z.string().openapi({ description: "The same as `key`", example: "exercise" }),
		id: z.string().openapi({ description: "The same as `key`", example: "exercise" }),
		label: z.string().openapi({ example: "Exercise" }),
		icon: z.string().openapi({ example: "🏃" }),
	})
	.openapi("EntryActivity");

/** An activity of an entry. Published clients know it by any of the three names. */
export type EntryActivity = z.infer<typeof EntryActivity>;

export const UpdatedEntry = z
	.object({
		id: z.string(),
		selectedEmoji: Emoji.nullable(),
		activities: z.array(EntryActivity),
		note: Note.nullable(),
	})
	.openapi("UpdatedMoodEntry");

export type UpdatedEntry = z.infer<typeof UpdatedEntry>;

export const Entry = z
	.object({
		id: z.string().openapi({ example: "5f0c3b1e-7a52-4d0e-9b1a-0c6f2f3a9d11" }),
		entryDate: Day,
		dayOfWeek: DayOfWeek,
		selectedEmoji: Emoji.nullable(),
		activities: z.array(EntryActivity),
		note: Note.nullable(),
		duration: z.number().openapi({ description: "Seconds of the recording; 0 without one", example: 42 }),
		language: SpokenLanguage,
		createdAt: Instant,
		reliability: KnownReliability,
	})
	.openapi("MoodEntry");

/** An entry as its owner sees it. */
export type Entry = z.infer<typeof Entry>;

export const EntryWithScores = Entry.extend({
	proposedEmoji: ProposedEmoji.optional(),
	...ShownScores,
}).openapi("MoodEntryWithScores");

/** An entry with what the voice model made of it. */
export type EntryWithScores = z.infer<typeof EntryWithScores>;
