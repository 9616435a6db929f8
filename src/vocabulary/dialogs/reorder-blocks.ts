import { sql } from "drizzle-orm";
import type { UserActor } from "../../actor.ts";
import type { Context } from "../../context.ts";
import { invalidField } from "../../errors.ts";
import { isAt } from "./block-statements.ts";
import { changeDialog } from "./change-dialog.ts";
import type { Block, DialogRow } from "./dialog.ts";
import { blocksOf } from "./find-dialog.ts";

/** Puts all blocks of a dialog in a new order: every id once. */
export async function reorderBlocks(
	context: Context,
	user: UserActor,
	which: { id: string; ifMatch: string | undefined },
	blockIds: readonly string[],
): Promise<{ row: DialogRow; blocks: Block[] }> {
	const { row, result } = await changeDialog(context, user, which, async ({ id, revision }) => {
		const stored = new Map((await blocksOf(context, id)).map((block) => [block.id, block]));
		const ordered = blockIds.flatMap((blockId, position) => {
			const block = stored.get(blockId);
			return block ? [{ ...block, position }] : [];
		});
		if (
			ordered.length !== blockIds.length ||
			new Set(blockIds).size !== stored.size ||
			ordered.length !== stored.size
		) {
			throw invalidField("blockIds", "Name every block of this dialog exactly once.");
		}
		// The plus keeps SQLite from reading the whole list once a block: blocks are found by their own id.
		const write = sql`
			UPDATE dialog_blocks SET position = wanted.key
			FROM json_each(${JSON.stringify(blockIds)}) AS wanted
			WHERE dialog_blocks.id = wanted.value AND +dialog_blocks.dialog_id = ${id} AND ${isAt(id, revision)}`;
		return { statements: [write], result: ordered };
	});
	return { row, blocks: result };
}
