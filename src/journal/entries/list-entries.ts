import { and, between, desc, eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import type { Period } from "../period.ts";
import { moodEntries } from "../tables.ts";
import { type Entry, entryColumns, entryOf } from "./entry-view.ts";

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
