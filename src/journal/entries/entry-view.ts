import { sql } from "drizzle-orm";
import type { Reliability } from "../../emotions.ts";
import type { Activity } from "../activities/list-activities.ts";
import { dayOfWeek, type Weekday } from "../days/calendar-day.ts";
import type { Language } from "../language.ts";
import { activities, entryActivities, moodEntries } from "../tables.ts";

export type EntryActivity = Pick<Activity, "key" | "label" | "icon">;

/** An entry as its owner sees it. */
export interface Entry {
	id: string;
	entryDate: string;
	dayOfWeek: Weekday;
	selectedEmoji: string | null;
	activities: EntryActivity[];
	/** Seconds, as the client said. */
	duration: number;
	language: Language;
	createdAt: string;
	/** Absent where there are no scores, or where they are older than the estimate. */
	reliability?: Reliability;
}

/** The activities of the entry at hand as JSON, in their own order; a lookup by primary key each. */
export const activitiesJson = sql<string>`(
	select json_group_array(json_object('key', a.key, 'label', a.label, 'icon', a.icon))
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
	duration: row.duration,
	language: row.language,
	createdAt: row.createdAt.toISOString(),
	...(row.reliability && { reliability: row.reliability }),
});
