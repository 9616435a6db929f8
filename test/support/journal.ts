import { env } from "cloudflare:workers";
import { contextOf } from "../../src/context.ts";
import { EMOJI, EMOTIONS, type EmotionScore, type Reliability } from "../../src/emotions.ts";
import { recordingKey } from "../../src/journal/recordings/find-recordings.ts";
import { entryActivities, moodEntries } from "../../src/journal/tables.ts";
import { NOW, type RequestOptions, type TestApi, type TestResponse } from "./api.ts";
import { userToken } from "./tokens.ts";

/** NOW on a calendar in India. */
export const TODAY = "2026-05-04";

/** A signed-in person of their own for a test. */
export interface Person {
	id: string;
	request(method: string, path: string, options?: RequestOptions): Promise<TestResponse>;
	get(path: string): Promise<TestResponse>;
}

let people = 0;

export async function newPerson(
	api: TestApi,
	id = `user_${crypto.randomUUID()}_${++people}`,
): Promise<Person> {
	const token = await userToken(id);
	const request: Person["request"] = (method, path, options = {}) =>
		api.request(method, path, {
			...options,
			headers: { Authorization: `Bearer ${token}`, ...options.headers },
		});
	return { id, request, get: (path) => request("GET", path) };
}

export interface EntrySeed {
	date: string;
	emoji?: string | null;
	activities?: readonly string[];
	/** Left out, the entry is older than the estimate. */
	reliability?: Reliability;
	probabilityCorrect?: number;
	modelVersion?: string;
	emotionScores?: EmotionScore[];
	audio?: { bytes: Uint8Array; contentType: string };
}

const scores = EMOTIONS.map((emotion, i) => ({
	emotion,
	emoji: EMOJI[emotion],
	confidence: i === 0 ? 93 : 1,
}));

/** Entries as an upload leaves them; answers with their ids. */
export async function addEntries(person: Person, seeds: readonly EntrySeed[]): Promise<string[]> {
	const { db } = contextOf(env);
	const ids: string[] = [];
	for (const { date, emoji = null, activities = [], audio, emotionScores = scores, ...known } of seeds) {
		const id = crypto.randomUUID();
		const audioKey = recordingKey(person.id, id);
		if (audio)
			await env.RECORDINGS.put(audioKey, audio.bytes, { httpMetadata: { contentType: audio.contentType } });
		await db.insert(moodEntries).values({
			id,
			userId: person.id,
			entryDate: date,
			timezone: "Asia/Kolkata",
			createdAt: new Date(NOW),
			language: "hi",
			duration: 42,
			measuredDuration: 41.98,
			selectedEmoji: emoji,
			emotionScores,
			...known,
			timeline: [{ at: 0, length: 3, scores }],
			...(audio && { audioKey, audioContentType: audio.contentType, audioSize: audio.bytes.length }),
		});
		if (activities.length > 0) {
			await db
				.insert(entryActivities)
				.values(activities.map((activityKey) => ({ entryId: id, activityKey })));
		}
		ids.push(id);
	}
	return ids;
}

export async function addEntry(person: Person, seed: EntrySeed): Promise<string> {
	const [id = ""] = await addEntries(person, [seed]);
	return id;
}

/** Bytes that are no audio; nothing below the upload looks into them. */
export const bytesOf = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => i % 251);
