import { sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { invalidField } from "../../errors.ts";
import { emotions } from "../tables.ts";

/** A fault on the first tag that names no emotion. `fieldOf` says where the tag of a block stands in the request. */
export async function requireEmotions(
	{ db }: Context,
	blocks: readonly { emotionId: string | null }[],
	fieldOf: (index: number) => string,
): Promise<void> {
	const ids = [...new Set(blocks.flatMap(({ emotionId }) => emotionId ?? []))];
	if (ids.length === 0) return;
	const unknown = await db.get<{ id: string }>(
		sql`SELECT value AS id FROM json_each(${JSON.stringify(ids)}) WHERE value NOT IN (SELECT ${emotions.id} FROM ${emotions}) LIMIT 1`,
	);
	if (!unknown) return;
	const index = blocks.findIndex(({ emotionId }) => emotionId === unknown.id);
	throw invalidField(fieldOf(index), "There is no emotion with this id.");
}
