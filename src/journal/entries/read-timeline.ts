import { and, eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import type { EmotionScore, Reliability } from "../../emotions.ts";
import { Fault } from "../../errors.ts";
import { moodEntries } from "../tables.ts";

/** How the mood moved within a note. */
export interface Timeline {
	id: string;
	/** Seconds, as the client said. */
	duration: number;
	/** Seconds, as decoding found; null for an entry without a recording. */
	measuredDuration: number | null;
	/** Of the note as a whole; absent where there are no scores, or where they are older than the estimate. */
	reliability?: Reliability;
	/** Windows in order; `at` and `length` in seconds. */
	timeline: { at: number; length: number; emotionScores: EmotionScore[] }[];
}

/** The scores of each window of the person's entry. Throws `not_found` for an entry that is not theirs. */
export async function readTimeline({ db }: Context, userId: string, entryId: string): Promise<Timeline> {
	const { id, duration, measuredDuration, reliability, timeline } = moodEntries;
	const [entry] = await db
		.select({ id, duration, measuredDuration, reliability, timeline })
		.from(moodEntries)
		.where(and(eq(id, entryId), eq(moodEntries.userId, userId)));
	if (!entry) throw new Fault({ code: "not_found", message: "Mood entry not found" });
	const { reliability: known, timeline: windows, ...note } = entry;
	return {
		...note,
		...(known && { reliability: known }),
		timeline: (windows ?? []).map(({ scores, ...place }) => ({ ...place, emotionScores: scores })),
	};
}
