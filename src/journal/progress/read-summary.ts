import { and, asc, between, eq, isNotNull, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { dayOfWeek, type Period } from "../days/calendar-day.ts";
import { today, type ZoneChange } from "../days/time-zone.ts";
import type { EntryActivity } from "../entries/contract.ts";
import { activitiesJson } from "../entries/read-entries.ts";
import type { Language } from "../language.ts";
import { DEFAULT_SETTINGS } from "../settings/read-settings.ts";
import { moodEntries, userSettings, zoneChanges } from "../tables.ts";
import type { CalendarDay, ProgressSummary } from "./contract.ts";
import type { CountedEntry } from "./distributions.ts";
import { summarise } from "./summarise.ts";

const countedColumns = { date: moodEntries.entryDate, emoji: sql<string>`${moodEntries.selectedEmoji}` };

const counted = (userId: string, first: string, last: string) =>
	and(
		eq(moodEntries.userId, userId),
		isNotNull(moodEntries.selectedEmoji),
		between(moodEntries.entryDate, first, last),
	);

/** The entries of a period that count, oldest first, read from one index. */
export const readCountedEntries = (
	{ db }: Context,
	userId: string,
	{ first, last }: Period,
): Promise<CountedEntry[]> =>
	db
		.select(countedColumns)
		.from(moodEntries)
		.where(counted(userId, first, last))
		.orderBy(asc(moodEntries.entryDate));

/** The counted entries of a month with what was done on each day, oldest first. */
export async function readCalendar(
	{ db }: Context,
	userId: string,
	{ first, last }: Period,
): Promise<CalendarDay[]> {
	const rows = await db
		.select({ ...countedColumns, activities: activitiesJson })
		.from(moodEntries)
		.where(counted(userId, first, last))
		.orderBy(asc(moodEntries.entryDate));
	return rows.map(({ date, emoji, activities }) => ({
		date,
		emoji,
		dayOfWeek: dayOfWeek(date),
		activities: JSON.parse(activities) as EntryActivity[],
	}));
}

/** What the one query answers with; lists are JSON. */
interface SummaryRow {
	timezone: string | null;
	language: Language | null;
	zoneChanges: string;
	entries: string;
}

/** Everything a summary needs in one statement: ten years of entries are one pass over one index. */
const summaryQuery = (userId: string) => sql<SummaryRow>`
	select
		(select timezone from ${userSettings} where user_id = ${userId}) as "timezone",
		(select preferred_language from ${userSettings} where user_id = ${userId}) as "language",
		(select json_group_array(json_object('fromDate', from_date, 'toDate', to_date))
			from (select from_date, to_date from ${zoneChanges} where user_id = ${userId} order by id)
		) as "zoneChanges",
		(select json_group_array(json_object('date', entry_date, 'emoji', selected_emoji))
			from (select entry_date, selected_emoji from ${moodEntries}
				where user_id = ${userId} and selected_emoji is not null order by entry_date)
		) as "entries"`;

/** The last `days` days of the person, with streaks over all their entries. */
export async function readSummary(
	{ db, now }: Context,
	userId: string,
	{ days }: { days: number },
): Promise<ProgressSummary> {
	const row = await db.get<SummaryRow>(summaryQuery(userId));
	const entries = JSON.parse(row.entries) as CountedEntry[];
	const changes = JSON.parse(row.zoneChanges) as ZoneChange[];
	return summarise(entries, changes, {
		today: today(row.timezone ?? DEFAULT_SETTINGS.timezone, now()),
		days,
		language: row.language ?? DEFAULT_SETTINGS.preferredLanguage,
	});
}
