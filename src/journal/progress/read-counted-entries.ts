import { and, asc, between, eq, isNotNull, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import type { Period } from "../period.ts";
import { moodEntries } from "../tables.ts";
import type { CountedEntry } from "./counted-entry.ts";

/** The entries of a period that count, oldest first, read from one index. */
export const readCountedEntries = (
	{ db }: Context,
	userId: string,
	{ first, last }: Period,
): Promise<CountedEntry[]> =>
	db
		.select({ date: moodEntries.entryDate, emoji: sql<string>`${moodEntries.selectedEmoji}` })
		.from(moodEntries)
		.where(
			and(
				eq(moodEntries.userId, userId),
				isNotNull(moodEntries.selectedEmoji),
				between(moodEntries.entryDate, first, last),
			),
		)
		.orderBy(asc(moodEntries.entryDate));
