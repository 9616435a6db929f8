import type { components } from "../../../client/index.ts";
import type { Model } from "../overview/load-moods.ts";
import { ask } from "../session/ask.ts";

export type Timeline = components["schemas"]["SessionTimeline"];
export type Reading = components["schemas"]["MoodReading"];

export interface Story {
	timeline: Timeline;
	reading: Reading;
}

/** One session's story, and why it is read as it is. */
export async function loadStory(id: string, model: Model, signal: AbortSignal): Promise<Story> {
	const path = { id };
	const [timeline, reading] = await Promise.all([
		ask((client) => client.GET("/v1/sessions/{id}/timeline", { params: { path, query: { model } }, signal })),
		ask((client) =>
			client.GET("/v1/sessions/{id}/mood", {
				params: { path, query: { model, explain: true } },
				signal,
			}),
		),
	]);
	return { timeline, reading };
}

/** Erases everything of a session. */
export async function eraseSession(id: string): Promise<void> {
	await ask((client) => client.DELETE("/v1/sessions/{id}", { params: { path: { id } } }));
}
