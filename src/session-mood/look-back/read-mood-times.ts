import type { ApiKeyActor } from "../../actor.ts";
import type { Context } from "../../context.ts";
import { invalidField } from "../../errors.ts";
import { callObject } from "../../outages.ts";
import type { Bucket } from "../account/mood-times.ts";
import type { MoodModel } from "../engine/types.ts";

const MAX_BUCKETS = 750;
const LENGTH_MS: Readonly<Record<Bucket, number>> = { hour: 3_600_000, day: 86_400_000 };
/** How many are shown if nobody says. */
const USUAL: Readonly<Record<Bucket, number>> = { hour: 24, day: 30 };

export interface MoodTimesWanted {
	model: MoodModel;
	bucket: Bucket;
	from: string | undefined;
	to: string | undefined;
}

/** How many sessions were in each mood at some time of each hour or day (UTC), oldest first, also where there were none. */
export async function readMoodTimes(
	{ accounts, now }: Context,
	{ accountId }: ApiKeyActor,
	{ model, bucket, from, to }: MoodTimesWanted,
) {
	const length = LENGTH_MS[bucket];
	const end = to === undefined ? now() : Date.parse(to);
	const start = from === undefined ? end - (USUAL[bucket] - 1) * length : Date.parse(from);
	const [first, last] = [Math.floor(start / length), Math.floor(end / length)];
	if (first > last) throw invalidField("from", "Must be before `to`");
	if (last - first >= MAX_BUCKETS)
		throw invalidField("from", `At most ${MAX_BUCKETS} buckets: ask for a shorter time, or for days`);
	const rows = await callObject(accounts.getByName(accountId).moodTimes(model.id, bucket, first, last));
	const byBucket = Map.groupBy(rows, ({ at }) => at);
	return {
		data: Array.from({ length: last - first + 1 }, (_, i) => ({
			start: new Date((first + i) * length).toISOString(),
			sessions: Object.fromEntries(
				(byBucket.get(first + i) ?? []).map(({ mood, sessions }) => [mood, sessions]),
			),
		})),
	};
}
