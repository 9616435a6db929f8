import { eq, sql } from "drizzle-orm";
import type { Context } from "../../../context.ts";
import { statement } from "../../../db/batch.ts";
import { invalidField } from "../../../errors.ts";
import { journalChanged, updateAlerts } from "../../alerts/update-alerts.ts";
import type { CalendarDay } from "../../days/calendar-day.ts";
import { today } from "../../days/time-zone.ts";
import { activities, entryActivities, moodEntries } from "../../tables.ts";
import type { ImportReport } from "../contract.ts";
import type { EntryDocument } from "../export/contract.ts";
import { fullWindow } from "../export/read-document.ts";
import type { PendingEntry } from "./read-journal.ts";

/** Characters of a chunk; a parameter of D1 holds 2 MB. */
const CHUNK = 500_000;

/** Items as JSON arrays that each fit into one parameter of a statement. No items make no chunk. */
export function jsonChunks(items: readonly unknown[]): string[] {
	const chunks: string[][] = [];
	let length = CHUNK;
	for (const item of items) {
		const piece = JSON.stringify(item);
		if (length + piece.length > CHUNK) {
			chunks.push([]);
			length = 0;
		}
		chunks.at(-1)?.push(piece);
		length += piece.length;
	}
	return chunks.map((pieces) => `[${pieces.join(",")}]`);
}

/** The first day of the first year that reports look at. */
const EARLIEST = "1900-01-01";

/** Refuses days before 1900 and days that have not begun anywhere on earth. Throws `invalid_input`. */
export function refuseImpossibleDays(days: readonly CalendarDay[], now: number): void {
	const latest = today("Pacific/Kiritimati", now);
	const future = days.find((day) => day > latest);
	if (future !== undefined) throw invalidField("entryDate", `${future} has not come yet`);
	const ancient = days.find((day) => day < EARLIEST);
	if (ancient !== undefined) throw invalidField("entryDate", `${ancient} is before 1900`);
}

export type WrittenEntries = Pick<ImportReport, "imported" | "skipped" | "unknownActivities">;

/** Entries a transaction: with their timelines about a megabyte. */
const ENTRIES_AT_ONCE = 100;

/** Entries keep their ids from the file unless another entry has them; those get new ones. */
async function withFreeIds(
	{ db, newId }: Context,
	entries: readonly PendingEntry[],
): Promise<PendingEntry[]> {
	const taken = new Set<string>();
	for (const chunk of jsonChunks(entries.map(({ id }) => id))) {
		const rows = await db.all<{ id: string }>(
			sql`select ${moodEntries.id} as "id" from json_each(${chunk}) as listed join ${moodEntries} on ${moodEntries.id} = listed.value`,
		);
		for (const { id } of rows) taken.add(id);
	}
	const seen = new Set<string>();
	return entries.map((entry) => {
		const isFree = !taken.has(entry.id) && !seen.has(entry.id);
		seen.add(entry.id);
		return isFree ? entry : { ...entry, id: newId() };
	});
}

/** `value` is an entry as JSON. */
const insertEntries = (userId: string, chunk: string) => sql`
	insert into ${moodEntries} (id, user_id, entry_date, timezone, created_at, language, duration, measured_duration,
		selected_emoji, note, emotion_scores, reliability, model_version, probability_correct, timeline)
	select value ->> 'id', ${userId}, value ->> 'entryDate', value ->> 'timezone', value ->> 'createdAtMs',
		value ->> 'language', value ->> 'duration', value ->> 'measuredDuration', value ->> 'selectedEmoji',
		value ->> 'note', value -> 'emotionScores', value ->> 'reliability', value ->> 'modelVersion',
		value ->> 'probabilityCorrect', nullif(value -> 'timeline', 'null')
	from json_each(${chunk}) where true
	on conflict do nothing
	returning id`;

/** Only for entries that this batch wrote: the join finds no other. */
const insertActivities = (userId: string, chunk: string) => sql`
	insert into ${entryActivities} (entry_id, activity_key)
	select ${moodEntries.id}, ${activities.key}
	from json_each(${chunk}) as listed
	join ${moodEntries} on ${moodEntries.id} = listed.value ->> 'id' and ${moodEntries.userId} = ${userId}
	join json_each(listed.value -> 'activityKeys') as done
	join ${activities} on ${activities.key} = done.value
	where true
	on conflict do nothing`;

/** Writes some entries with their activities, all or nothing; answers how many. */
async function writeBatch({ db }: Context, userId: string, chunks: readonly string[]): Promise<number> {
	const [, ...results] = await db.batch([
		journalChanged(db, userId),
		...chunks.map((chunk) => statement<{ id: string }>(db, insertEntries(userId, chunk))),
		...chunks.map((chunk) => statement<{ id: string }>(db, insertActivities(userId, chunk))),
	]);
	return results.slice(0, chunks.length).reduce((sum, ids) => sum + ids.length, 0);
}

/** An entry as its row holds it; made late, since scores in full take ten times the memory. */
const rowOf = ({ id, json }: PendingEntry) => {
	const entry: EntryDocument = JSON.parse(json);
	return {
		...entry,
		id,
		createdAtMs: Date.parse(entry.createdAt),
		timeline: entry.timeline?.map(fullWindow) ?? null,
	};
};

/**
 * Writes entries of the person for days that have none: all or nothing up to a hundred of them, beyond that in
 * parts, of which a repetition writes those that are missing. Alerts that no longer hold are withdrawn and none is
 * raised.
 */
export async function writeEntries(
	context: Context,
	userId: string,
	entries: readonly PendingEntry[],
): Promise<WrittenEntries> {
	const { db } = context;
	const [known, taken] = await db.batch([
		db.select({ key: activities.key }).from(activities),
		db.select({ date: moodEntries.entryDate }).from(moodEntries).where(eq(moodEntries.userId, userId)),
	]);
	const keys = new Set(known.map(({ key }) => key));
	const dates = new Set(taken.map(({ date }) => date));
	const missing = entries.filter(({ entryDate }) => !dates.has(entryDate));
	const free = await withFreeIds(context, missing);
	let imported = 0;
	for (let i = 0; i < free.length; i += ENTRIES_AT_ONCE) {
		const rows = free.slice(i, i + ENTRIES_AT_ONCE).map(rowOf);
		imported += await writeBatch(context, userId, jsonChunks(rows));
	}
	await updateAlerts(context, userId, { mayRaise: false });
	const unknown = entries.flatMap(({ activityKeys }) => activityKeys).filter((key) => !keys.has(key));
	return { imported, skipped: entries.length - imported, unknownActivities: [...new Set(unknown)] };
}
