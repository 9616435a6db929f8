import { and, between, desc, eq, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import type { Reliability } from "../../emotions.ts";
import { Fault } from "../../errors.ts";
import { type CalendarDay, dayOfWeek, type Period } from "../days/calendar-day.ts";
import { activities, entryActivities, moodEntries } from "../tables.ts";
import type { Entry, EntryActivity, EntryWithScores } from "./contract.ts";
import { proposalOf } from "./proposal.ts";
import type { Timeline } from "./upload-contract.ts";

/** The activities of the entry at hand as JSON, in their own order; a lookup by primary key each. */
export const activitiesJson = sql<string>`(
	select json_group_array(json_object('key', a.key, 'activityKey', a.key, 'id', a.key, 'label', a.label, 'icon', a.icon))
	from (
		select ${activities}.key, ${activities}.label, ${activities}.icon
		from ${entryActivities} join ${activities} on ${activities}.key = ${entryActivities}.activity_key
		where ${entryActivities}.entry_id = ${moodEntries}.id
		order by ${activities}.sort_order
	) a)`;

export const entryColumns = {
	id: moodEntries.id,
	entryDate: moodEntries.entryDate,
	selectedEmoji: moodEntries.selectedEmoji,
	activities: activitiesJson,
	note: moodEntries.note,
	duration: moodEntries.duration,
	language: moodEntries.language,
	createdAt: moodEntries.createdAt,
	reliability: moodEntries.reliability,
};

interface EntryRow extends Omit<Entry, "activities" | "createdAt" | "dayOfWeek" | "reliability"> {
	activities: string;
	createdAt: Date;
	reliability: Reliability | null;
}

export const entryOf = (row: EntryRow): Entry => ({
	id: row.id,
	entryDate: row.entryDate,
	dayOfWeek: dayOfWeek(row.entryDate),
	selectedEmoji: row.selectedEmoji,
	activities: JSON.parse(row.activities) as EntryActivity[],
	note: row.note,
	duration: row.duration,
	language: row.language,
	createdAt: row.createdAt.toISOString(),
	...(row.reliability && { reliability: row.reliability }),
});

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

/** The latest entries of a period, newest first. */
export async function listEntries(
	{ db }: Context,
	userId: string,
	{ period, limit }: { period: Period; limit: number },
): Promise<Entry[]> {
	const rows = await db
		.select(entryColumns)
		.from(moodEntries)
		.where(and(eq(moodEntries.userId, userId), between(moodEntries.entryDate, period.first, period.last)))
		.orderBy(desc(moodEntries.entryDate))
		.limit(limit);
	return rows.map(entryOf);
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
