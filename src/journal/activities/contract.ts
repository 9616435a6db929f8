import { z } from "@hono/zod-openapi";

export const Activity = z
	.object({
		key: z.string().openapi({ example: "exercise" }),
		label: z.string().openapi({ example: "Exercise" }),
		icon: z.string().openapi({ example: "🏃" }),
		color: z.string().openapi({ example: "#10B981" }),
		order: z.number().int().openapi({ example: 1 }),
	})
	.openapi("Activity");

/** Something a person can have done on a day. */
export type Activity = z.infer<typeof Activity>;

const count = z.number().int().openapi({ description: "Entries", example: 23 });
const level = z.number().openapi({ description: "Mood levels, on a scale from 1 to 9", example: 6.75 });

export const Stats = z
	.object({
		stats: z.array(
			z.object({
				activityKey: z.string().openapi({ example: "exercise" }),
				activity: Activity.omit({ order: true }),
				count,
				percentage: z.number().int().openapi({ description: "Of all entries", example: 45 }),
			}),
		),
		totalEntries: count,
	})
	.openapi("ActivityStats");

export type Stats = z.infer<typeof Stats>;

export const Correlations = z
	.object({
		correlations: z.array(
			z.object({
				activityKey: z.string().openapi({ example: "exercise" }),
				activity: Activity.pick({ key: true, label: true, icon: true }),
				averageMood: level,
				count,
				countWithout: count,
				delta: level.nullable().openapi({ description: "Average mood with it minus without it" }),
				confidenceInterval: z
					.object({ low: level, high: level })
					.nullable()
					.openapi({ description: "95 % interval of delta; null under 5 days on either side" }),
				pValue: z.number().nullable().openapi({ description: "By permutation", example: 0.0125 }),
				significant: z
					.boolean()
					.openapi({ description: "Told from chance at a false discovery rate of 5 % over all activities" }),
			}),
		),
		totalEntries: count,
	})
	.openapi("MoodCorrelations");

/** Levels with two decimals at most. */
export type MoodCorrelation = z.infer<typeof Correlations>["correlations"][number];

export type Correlations = z.infer<typeof Correlations>;
