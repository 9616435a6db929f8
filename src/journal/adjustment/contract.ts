import { z } from "@hono/zod-openapi";
import { EMOTIONS } from "../../emotions.ts";
import { AdjustedFrom, Day, WeightOfPerson } from "../contract-fields.ts";

export const LearnedAdjustment = z
	.object({
		modelVersion: z
			.string()
			.openapi({ description: "What was learned holds for this model alone", example: "a1826f6ff550" }),
		notes: AdjustedFrom,
		weight: WeightOfPerson,
		slope: z.number().openapi({
			description: "Above 1 the scores are sharpened, below 1 flattened",
			example: 0.87,
		}),
		offsets: z
			.array(
				z.object({
					emoji: z.string().openapi({ example: "😊" }),
					emotion: z.enum(EMOTIONS),
					offset: z.number().openapi({
						description: "Natural logarithm; above 0 this person means it more often than it is heard",
						example: 0.42,
					}),
				}),
			)
			.openapi({ description: "All eight" }),
	})
	.openapi("LearnedAdjustment");

/** All that was learned about how a person is to be read: nine numbers. */
export type LearnedAdjustment = z.infer<typeof LearnedAdjustment>;

export const AdjustmentState = z
	.object({
		enabled: z.boolean().openapi({ description: "As `voiceAdjustmentEnabled` in the settings" }),
		forgottenThrough: Day.nullable().openapi({
			description: "Choices for notes up to this day teach nothing; null when nothing was forgotten",
		}),
		learned: LearnedAdjustment.nullable().openapi({
			description: "Null while it is off, or there are fewer than five chosen moods over two emotions",
		}),
	})
	.openapi("AdjustmentState");
