import type { components } from "../../../client/index.ts";
import { ask } from "../session/ask.ts";

export type MoodAnalytics = components["schemas"]["MoodAnalytics"];
export const MODELS = ["intent", "engagement"] as const;
export type Model = (typeof MODELS)[number];

/** The account's sessions by mood. */
export const loadMoods = (model: Model, signal: AbortSignal): Promise<MoodAnalytics> =>
	ask((client) => client.GET("/v1/analytics/moods", { params: { query: { model } }, signal }));
