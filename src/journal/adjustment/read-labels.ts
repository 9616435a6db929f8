import { and, asc, eq, gte, isNotNull, lt, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import type { CalendarDay } from "../days/calendar-day.ts";
import { moodEntries, userSettings } from "../tables.ts";
import {
	adjustNotes,
	type LabelledNote,
	learningStart,
	type ScoredNote,
	type ShownReading,
} from "./adjust-notes.ts";

/** What `adjustNotes` needs of an entry. */
export const scoredColumns = {
	entryDate: moodEntries.entryDate,
	modelVersion: moodEntries.modelVersion,
	emotionScores: moodEntries.emotionScores,
	probabilityCorrect: moodEntries.probabilityCorrect,
	reliability: moodEntries.reliability,
};

/** True for entries that may teach: their owner wants it and has not had them forgotten. */
const mayTeach = (userId: string) => sql`not exists (
	select 1 from ${userSettings} as chosen where chosen.user_id = ${userId}
	and (chosen.voice_adjustment_enabled = 0 or chosen.voice_adjustment_forgotten_through >= ${moodEntries.entryDate}))`;

/** The notes with a chosen mood from which notes of the days `from` to `until` learn, oldest first. */
export async function readLabels(
	{ db }: Context,
	userId: string,
	{ from, until }: { from: CalendarDay; until: CalendarDay },
): Promise<LabelledNote[]> {
	const rows = await db
		.select({ ...scoredColumns, selectedEmoji: moodEntries.selectedEmoji })
		.from(moodEntries)
		.where(
			and(
				eq(moodEntries.userId, userId),
				gte(moodEntries.entryDate, learningStart(from)),
				lt(moodEntries.entryDate, until),
				isNotNull(moodEntries.selectedEmoji),
				isNotNull(moodEntries.modelVersion),
				mayTeach(userId),
			),
		)
		.orderBy(asc(moodEntries.entryDate));
	return rows as LabelledNote[];
}

/** Each of a person's notes as they see it. Reads nothing more where no note could be adjusted. */
export async function adjustOwnNotes<Note extends ScoredNote>(
	context: Context,
	userId: string,
	notes: readonly Note[],
): Promise<Map<Note, ShownReading>> {
	const days = notes.filter(({ modelVersion }) => modelVersion !== null).map(({ entryDate }) => entryDate);
	const [from, until] = [days.toSorted()[0], days.toSorted().at(-1)];
	const isNeeded = from !== undefined && until !== undefined;
	return adjustNotes(notes, isNeeded ? await readLabels(context, userId, { from, until }) : []);
}

/** The same for one note. */
export async function adjustOwnNote(
	context: Context,
	userId: string,
	note: ScoredNote,
): Promise<ShownReading> {
	const [shown] = (await adjustOwnNotes(context, userId, [note])).values();
	return shown as ShownReading;
}
