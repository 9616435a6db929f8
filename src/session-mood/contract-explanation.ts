import { z } from "@hono/zod-openapi";

const byMood = z.record(z.string(), z.number());

const SignalExplanation = z.object({
	id: z.string().openapi({ example: "rage_click_detected" }),
	meaning: z.string().openapi({ example: "Rapid repeated clicks in a tight area" }),
	occurrences: z.number().int().openapi({ description: "Count over the whole session", example: 2 }),
	half_life_s: z.number().openapi({ description: "Half-life of an occurrence, in seconds", example: 120 }),
	value: z.number().openapi({ description: "Σ magnitude · 2^(−age / half-life)", example: 1.94 }),
	weights: byMood.openapi({
		description: "Points that one occurrence adds to each mood",
		example: { frustrated: 3 },
	}),
	limit: z.number().nullable().openapi({
		description: "What counts of the value is limit · (1 − e^(−value / limit)); null if it counts whole",
		example: 3,
	}),
	contributions: byMood.openapi({
		description: "weight · what counts of the value",
		example: { frustrated: 2.86 },
	}),
	threshold: z
		.string()
		.openapi({ example: "3 clicks each less than 1,000 ms and 30 px from the previous one" }),
	source: z
		.string()
		.openapi({ description: "The source of the threshold", example: "PostHog, posthog-js rageclick.ts" }),
	recent: z
		.array(z.object({ type: z.string(), ts: z.number(), magnitude: z.number(), decay: z.number() }))
		.openapi({
			description: "The latest occurrences among the buffered events, `ts` in Unix seconds",
			example: [{ type: "rage_click", ts: 1777888800.25, magnitude: 1, decay: 0.94 }],
		}),
});

export type SignalExplanation = z.infer<typeof SignalExplanation>;

/** Why a session has its mood. */
export const Explanation = z
	.object({
		model: z.string().openapi({ example: "intent" }),
		formula: z.string().openapi({
			example: "score(mood) = Σ weight(signal, mood) · magnitude · 2^(−age / half-life)",
		}),
		as_of: z.number().nullable().openapi({
			description: "Unix seconds: the time of the latest event, at which all values are computed",
			example: 1777888803.5,
		}),
		event_count: z.number().int().openapi({ description: "Events of types known to the model", example: 6 }),
		scores: z
			.array(z.object({ mood: z.string(), score: z.number(), share: z.number() }))
			.openapi({ example: [{ mood: "frustrated", score: 11.9, share: 0.97 }] }),
		probability: z.number().openapi({
			description: "The probability that the leading mood is the true one, even if the reading is neutral",
			example: 0.89,
		}),
		signals: z.array(SignalExplanation),
	})
	.openapi("Explanation");

/** Why a session has its mood: every input of the score. */
export type Explanation = z.infer<typeof Explanation>;
