import { and, eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { emotions } from "../tables.ts";
import type { EmotionRow } from "./emotion.ts";
import { unlessCategoryIsGone } from "./require-category.ts";

export type EmotionColumns = Partial<typeof emotions.$inferInsert>;

/** Writes columns on the revision they were decided on; undefined when that is no longer the newest. */
export async function writeEmotion(
	{ db }: Context,
	row: EmotionRow,
	columns: EmotionColumns,
): Promise<EmotionRow | undefined> {
	const update = db
		.update(emotions)
		.set({ ...columns, revision: row.revision + 1 })
		.where(and(eq(emotions.id, row.id), eq(emotions.revision, row.revision)))
		.returning();
	return unlessCategoryIsGone(update.get());
}
