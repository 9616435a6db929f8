import type { components } from "../../../client/index.ts";

export type Model = components["schemas"]["Intervention"]["model"];
export type Mood = NonNullable<components["schemas"]["Webhook"]["moods"]>[number];

/** The moods that each model tells apart, as the API names them. */
export const MOODS_OF = {
	intent: ["frustrated", "confused", "decisive", "browsing", "disengaged", "focused", "neutral"],
	engagement: ["frustrated", "engaged", "bored", "confused", "curious", "satisfied", "neutral"],
} as const satisfies Record<Model, readonly Mood[]>;

export const MODELS = ["intent", "engagement"] as const satisfies readonly Model[];

/** Those of some moods that a model knows. */
export const knownMoods = (model: Model, moods: readonly string[]): Mood[] =>
	MOODS_OF[model].filter((mood) => moods.includes(mood));
