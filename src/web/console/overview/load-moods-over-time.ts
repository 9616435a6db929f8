import type { components } from "../../../client/index.ts";
import { ask } from "../session/ask.ts";
import type { Model } from "./load-moods.ts";

export type MoodTimes = components["schemas"]["MoodTimes"]["data"];
export const SPANS = ["hour", "day"] as const;
export type Span = (typeof SPANS)[number];

/** Sessions by mood over the last day or month. */
export async function loadMoodsOverTime(model: Model, bucket: Span, signal: AbortSignal): Promise<MoodTimes> {
	const { data } = await ask((client) =>
		client.GET("/v1/analytics/timeline", { params: { query: { model, bucket } }, signal }),
	);
	return data;
}
