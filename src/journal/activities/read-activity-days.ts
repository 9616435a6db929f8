import { sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import type { Period } from "../days/calendar-day.ts";
import type { Language } from "../language.ts";
import type { CountedEntry } from "../progress/distributions.ts";
import { DEFAULT_SETTINGS } from "../settings/read-settings.ts";
import { activities, entryActivities, moodEntries, userSettings } from "../tables.ts";
import type { Activity } from "./contract.ts";

/** A counted entry with what the person did that day. */
export interface EntryWithActivities extends CountedEntry {
	activityKeys: string[];
}

/** Counted entries of a period, oldest first, with all that is needed to talk about their activities. */
export interface ActivityDays {
	entries: EntryWithActivities[];
	activities: ReadonlyMap<string, Activity>;
	language: Language;
}

interface ActivityDaysRow {
	entries: string;
	activities: string;
	language: Language | null;
}

/** The keys are joined by commas, which no key has: JSON within JSON takes twice as long. */
type EntryRow = [date: string, emoji: EntryWithActivities["emoji"], keys: string | null];

const activityDaysQuery = (userId: string, { first, last }: Period) => sql<ActivityDaysRow>`
	select
		(select json_group_array(json_array(entry_date, selected_emoji, keys))
			from (select entry_date, selected_emoji,
					(select group_concat(activity_key) from ${entryActivities} where entry_id = ${moodEntries}.id) as keys
				from ${moodEntries}
				where user_id = ${userId} and selected_emoji is not null
					and entry_date between ${first} and ${last}
				order by entry_date)
		) as "entries",
		(select json_group_array(json_object(
				'key', "key", 'label', label, 'icon', icon, 'color', color, 'order', sort_order))
			from ${activities}) as "activities",
		(select preferred_language from ${userSettings} where user_id = ${userId}) as "language"`;

/** One statement, whatever the number of entries and activities. */
export async function readActivityDays(
	{ db }: Context,
	userId: string,
	period: Period,
): Promise<ActivityDays> {
	const row = await db.get<ActivityDaysRow>(activityDaysQuery(userId, period));
	const known = JSON.parse(row.activities) as Activity[];
	return {
		entries: (JSON.parse(row.entries) as EntryRow[]).map(([date, emoji, keys]) => ({
			date,
			emoji,
			activityKeys: keys === null ? [] : keys.split(","),
		})),
		activities: new Map(known.map((activity) => [activity.key, activity])),
		language: row.language ?? DEFAULT_SETTINGS.preferredLanguage,
	};
}
