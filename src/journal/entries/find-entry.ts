import { and, eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import type { EmotionScore } from "../../emotions.ts";
import type { CalendarDay } from "../days/calendar-day.ts";
import { moodEntries } from "../tables.ts";
import { type Entry, entryColumns, entryOf } from "./entry-view.ts";
import { type Proposal, proposalOf } from "./proposal.ts";

/** An entry with what the voice model made of it. */
export interface EntryWithScores extends Entry, Partial<Proposal> {
	emotionScores: EmotionScore[];
}

/** The person's entry of a day, or null. */
export async function findEntryOfDay(
	{ db }: Context,
	userId: string,
	day: CalendarDay,
): Promise<EntryWithScores | null> {
	const [row] = await db
		.select({ ...entryColumns, emotionScores: moodEntries.emotionScores })
		.from(moodEntries)
		.where(and(eq(moodEntries.userId, userId), eq(moodEntries.entryDate, day)));
	if (!row) return null;
	const { emotionScores, reliability } = row;
	return { ...entryOf(row), ...(reliability && proposalOf(emotionScores, reliability)), emotionScores };
}
