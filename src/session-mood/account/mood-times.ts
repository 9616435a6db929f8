/** That a session was in a mood in an hour: the model, the hour since 1970, and the mood, with spaces between. */
export type SeenMood = string;

export const seenMood = (model: string, hour: number, mood: string): SeenMood => `${model} ${hour} ${mood}`;

/** One bucket of a model's moods over time. */
export interface MoodTime {
	model: string;
	bucket: Bucket;
	/** The hour or day since 1970. */
	at: number;
	mood: string;
}

export const BUCKETS = ["hour", "day"] as const;
export type Bucket = (typeof BUCKETS)[number];

export const HOURS_A_DAY = 24;

/** The buckets in which a session counts that was seen so, each once. */
export function moodTimesOf(seen: readonly SeenMood[]): MoodTime[] {
	const times = new Map<string, MoodTime>();
	for (const text of seen) {
		const [model = "", hour = "", mood = ""] = text.split(" ");
		const inHour = { model, bucket: "hour", at: Number(hour), mood } as const;
		const inDay = { ...inHour, bucket: "day", at: Math.floor(Number(hour) / HOURS_A_DAY) } as const;
		for (const time of [inHour, inDay]) times.set(moodTimeKey(time), time);
	}
	return [...times.values()];
}

/** Those of `after` that are not among `before`. */
export function newMoodTimes(before: readonly SeenMood[], after: readonly SeenMood[]): MoodTime[] {
	const known = new Set(moodTimesOf(before).map(moodTimeKey));
	return moodTimesOf(after).filter((time) => !known.has(moodTimeKey(time)));
}

/** The same for two that are one. */
export const moodTimeKey = ({ model, bucket, at, mood }: MoodTime): string =>
	[model, bucket, at, mood].join(" ");
