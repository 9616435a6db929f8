import { z } from "@hono/zod-openapi";
import { Day, DayOfWeek, Emoji, Month, SpokenLanguage, wholeNumber, Year } from "../contract-fields.ts";
import { EntryActivity } from "../entries/contract.ts";

const count = z.number().int().openapi({ example: 12 });
const counts = z.record(z.string(), count).openapi({ example: { "😊": 2 } });

/** A mood level or a difference of two, with two decimals at most. */
const level = z.number().openapi({ description: "Mood levels, on a scale from 1 to 9", example: 1.25 });

export const SummaryQuery = z.object({
	days: wholeNumber(1, 3660)
		.default(30)
		.openapi({ type: "integer", description: "How many days up to today", default: 30 }),
});

export const Summary = z
	.object({
		moodDistribution: z.array(
			z.object({ emoji: Emoji, count, percentage: z.number().int().openapi({ example: 40 }) }),
		),
		totalEntries: count,
		streakDays: z.number().int().openapi({ description: "Ending today or yesterday", example: 4 }),
		longestStreak: z.number().int().openapi({ description: "Over all entries", example: 21 }),
		hasEnoughData: z.boolean().openapi({ description: "From 10 entries on" }),
		weeklySummary: z
			.string()
			.nullable()
			.openapi({ description: "The last seven days in the person's language; null without an entry" }),
	})
	.openapi("ProgressSummary");

export type MoodShare = z.infer<typeof Summary>["moodDistribution"][number];

export type ProgressSummary = z.infer<typeof Summary>;

export const CalendarParams = z.object({ year: Year, month: Month });
export const CalendarDays = z
	.array(z.object({ date: Day, emoji: Emoji, dayOfWeek: DayOfWeek, activities: z.array(EntryActivity) }))
	.openapi("MoodCalendar");

/** One day of a calendar: only days with a selected emoji have one. */
export type CalendarDay = z.infer<typeof CalendarDays>[number];

export const WeekdayDistribution = z
	.object({ Sun: counts, Mon: counts, Tue: counts, Wed: counts, Thu: counts, Fri: counts, Sat: counts })
	.openapi("WeekdayDistribution");

export const Trend = z
	.array(z.object({ date: Day, emoji: Emoji, activityKeys: z.array(z.string()) }))
	.openapi("MoodTrend");

export const MoodCounts = z.object({ moodCounts: counts, totalEntries: count }).openapi("MoodCounts");

export const YearParams = z.object({ year: Year });
export const YearPixels = z
	.object({
		year: z.number().int(),
		totalEntries: count,
		months: z
			.array(z.array(z.object({ date: Day, emoji: Emoji.nullable(), level: z.number().int().nullable() })))
			.openapi({ description: "Twelve months with a pixel a day" }),
	})
	.openapi("YearInPixels");

/** One day of a year; without an entry `emoji` and `level` are null. */
export type Pixel = z.infer<typeof YearPixels>["months"][number][number];

export const InsightsQuery = z
	.object({ year: Year.optional(), month: Month.optional(), language: SpokenLanguage.optional() })
	.refine(({ year, month }) => month === undefined || year !== undefined, {
		error: "A month needs a year",
		path: ["month"],
	});

export const Insights = z
	.object({
		insights: z.array(
			z.object({
				kind: z.literal("activity"),
				activityKey: z.string().openapi({ example: "exercise" }),
				direction: z.enum(["higher", "lower"]),
				delta: level,
				confidenceInterval: z.object({ low: level, high: level }).openapi({ description: "95 %" }),
				daysWith: count,
				daysWithout: count,
				text: z.string().openapi({ description: "In words: what goes together, never what causes what" }),
			}),
		),
		totalEntries: count,
		language: SpokenLanguage,
		message: z.string().nullable().openapi({ description: "When there is nothing to tell, that" }),
	})
	.openapi("Insights");

/** Something that the person's entries show beyond chance. */
export type Insight = z.infer<typeof Insights>["insights"][number];
