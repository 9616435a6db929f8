import { and, between, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import type { Reliability } from "../../emotions.ts";
import { Fault } from "../../errors.ts";
import { adjustOwnNote, adjustOwnNotes, scoredColumns } from "../adjustment/read-labels.ts";
import { type CalendarDay, dayOfWeek, type Period } from "../days/calendar-day.ts";
import { activities, entryActivities, moodEntries } from "../tables.ts";
import type { Entry, EntryActivity, EntryWithScores } from "./contract.ts";
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
	selectedEmoji: moodEntries.selectedEmoji,
	activities: activitiesJson,
	note: moodEntries.note,
	duration: moodEntries.duration,
	language: moodEntries.language,
	createdAt: moodEntries.createdAt,
	...scoredColumns,
};

interface EntryRow extends Omit<Entry, "activities" | "createdAt" | "dayOfWeek" | "reliability"> {
	activities: string;
	createdAt: Date;
}

const entryOf = (row: EntryRow, reliability: Reliability | null): Entry => ({
	id: row.id,
	entryDate: row.entryDate,
	dayOfWeek: dayOfWeek(row.entryDate),
	selectedEmoji: row.selectedEmoji,
	activities: JSON.parse(row.activities) as EntryActivity[],
	note: row.note,
	duration: row.duration,
	language: row.language,
	createdAt: row.createdAt.toISOString(),
	...(reliability && { reliability }),
});

/** The person's entry of a day, or null. */
export async function findEntryOfDay(
	context: Context,
	userId: string,
	day: CalendarDay,
): Promise<EntryWithScores | null> {
	const [row] = await context.db
		.select(entryColumns)
		.from(moodEntries)
		.where(and(eq(moodEntries.userId, userId), eq(moodEntries.entryDate, day)));
	if (!row) return null;
	const { reliability, proposedEmoji, ...shown } = await adjustOwnNote(context, userId, row);
	return { ...entryOf(row, reliability), ...(reliability && { proposedEmoji }), ...shown };
}

/** Whether the note holds each of the words. `like` would do, but D1 takes 50 bytes of a pattern. */
const holdsWords = (search: string): SQL =>
	sql`not exists (select 1 from json_each(${JSON.stringify(search.split(/\s+/))})
		where instr(lower(coalesce(${moodEntries.note}, '')), lower(value)) = 0)`;

/** The latest entries of a period, newest first; with `search`, those whose note holds each of its words. */
export async function listEntries(
	context: Context,
	userId: string,
	{ period, limit, search }: { period: Period; limit: number; search?: string | undefined },
): Promise<Entry[]> {
	const rows = await context.db
		.select(entryColumns)
		.from(moodEntries)
		.where(
			and(
				eq(moodEntries.userId, userId),
				between(moodEntries.entryDate, period.first, period.last),
				search === undefined ? undefined : holdsWords(search),
			),
		)
		.orderBy(desc(moodEntries.entryDate))
		.limit(limit);
	const shown = await adjustOwnNotes(context, userId, rows);
	return rows.map((row) => entryOf(row, shown.get(row)?.reliability ?? null));
}

/**
 * The scores of each window of the person's entry as the model heard them, with the reliability of the whole as it is
 * shown elsewhere. Throws `not_found` for an entry that is not theirs.
 */
export async function readTimeline(context: Context, userId: string, entryId: string): Promise<Timeline> {
	const { id, duration, measuredDuration, timeline } = moodEntries;
	const [entry] = await context.db
		.select({ id, duration, measuredDuration, timeline, ...scoredColumns })
		.from(moodEntries)
		.where(and(eq(id, entryId), eq(moodEntries.userId, userId)));
	if (!entry) throw new Fault({ code: "not_found", message: "Mood entry not found" });
	const { reliability } = await adjustOwnNote(context, userId, entry);
	return {
		id: entry.id,
		duration: entry.duration,
		measuredDuration: entry.measuredDuration,
		...(reliability && { reliability }),
		timeline: (entry.timeline ?? []).map(({ scores, ...place }) => ({ ...place, emotionScores: scores })),
	};
}
