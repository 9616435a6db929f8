import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { runBatch } from "../../db/batch.ts";
import { arcCache } from "../tables.ts";
import type { Arc } from "./analysis/analyse-arc.ts";
import type { SuggestedTags } from "./vocabulary.ts";

/** What is kept of an analysis: all but the raw points, which the blocks themselves give back. */
export interface CachedArc {
	arc: Omit<Arc, "raw">;
	suggested: SuggestedTags;
}

/** Analyses kept of one dialog: a few combinations of points and speaker; the oldest give way. */
const KEPT_A_DIALOG = 8;
/** D1 takes two megabytes a value, and a letter may be two bytes. */
const MAX_CHARACTERS = 900_000;

export async function findCachedArc(
	{ db }: Context,
	dialogId: string,
	hash: string,
): Promise<CachedArc | undefined> {
	const row = await db
		.select({ arc: arcCache.arc })
		.from(arcCache)
		.where(and(eq(arcCache.dialogId, dialogId), eq(arcCache.hash, hash)))
		.get();
	return row && (JSON.parse(row.arc) as CachedArc);
}

/** Keeps an analysis, unless the dialog is gone by now. */
export async function cacheArc(
	{ db, now }: Context,
	dialogId: string,
	hash: string,
	cached: CachedArc,
): Promise<void> {
	const arc = JSON.stringify(cached);
	if (arc.length > MAX_CHARACTERS) return;
	await runBatch(db, [
		sql`
			INSERT OR REPLACE INTO arc_cache (dialog_id, hash, arc, created_at)
			SELECT ${dialogId}, ${hash}, ${arc}, ${now()} WHERE EXISTS (SELECT 1 FROM dialogs WHERE id = ${dialogId})`,
		sql`
			DELETE FROM arc_cache WHERE dialog_id = ${dialogId} AND hash NOT IN (
				SELECT hash FROM arc_cache WHERE dialog_id = ${dialogId} ORDER BY created_at DESC, hash LIMIT ${KEPT_A_DIALOG})`,
	]);
}
