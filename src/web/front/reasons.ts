import type { components } from "../../client/api.d.ts";

type Reading = components["schemas"]["MoodReading"];

const MOST = 3;
const NONE = ["Too little has happened yet."];

/** What speaks for the mood of this visit, in words, strongest first. */
export async function reasonsFor(session: string, mood: string, key: string): Promise<readonly string[]> {
	const query = new URLSearchParams({ key, explain: "true" });
	const response = await fetch(`/v1/sessions/${encodeURIComponent(session)}/mood?${query}`).catch(
		() => undefined,
	);
	if (!response?.ok) return NONE;
	const { explanation }: Reading = await response.json();
	const points = explanation?.signals.map(({ meaning, contributions }) => ({
		meaning,
		points: contributions[mood] ?? 0,
	}));
	const speaking = (points ?? [])
		.filter((signal) => signal.points > 0)
		.toSorted((a, b) => b.points - a.points);
	return speaking.length === 0 ? NONE : speaking.slice(0, MOST).map(({ meaning }) => meaning);
}
