import { sql } from "drizzle-orm";
import type { UserActor } from "../../actor.ts";
import type { Context } from "../../context.ts";
import type { Lang } from "../languages.ts";
import { dialogBlocks } from "../tables.ts";
import { insertBlocks, isAt } from "./block-statements.ts";
import { changeDialog } from "./change-dialog.ts";
import type { Block, BlockInput, DialogRow } from "./dialog.ts";
import { blocksOf } from "./find-dialog.ts";
import { numberedBlocks } from "./numbered-blocks.ts";
import { requireEmotions } from "./require-emotions.ts";

export interface DialogChanges {
	title?: string | undefined;
	lang?: Lang | undefined;
	blocks?: BlockInput[] | undefined;
}

/** Changes what is given; blocks are replaced as a whole, and those sent with their id keep it. */
export async function updateDialog(
	context: Context,
	user: UserActor,
	which: { id: string; ifMatch: string | undefined },
	{ title, lang, blocks: sent }: DialogChanges,
): Promise<{ row: DialogRow; blocks: Block[] }> {
	if (sent) await requireEmotions(context, sent, (i) => `blocks[${i}].emotionId`);
	const { row, result } = await changeDialog(context, user, which, async (head) => {
		const columns = { title: title ?? head.title, lang: lang ?? head.lang };
		const stored = await blocksOf(context, head.id);
		if (!sent) return { columns, statements: [], result: stored };
		const blocks = numberedBlocks(sent, new Set(stored.map((block) => block.id)), context.newId);
		const clear = sql`DELETE FROM ${dialogBlocks} WHERE dialog_id = ${head.id} AND ${isAt(head.id, head.revision)}`;
		return { columns, statements: [clear, ...insertBlocks(head.id, head.revision, blocks)], result: blocks };
	});
	return { row, blocks: result };
}
