import { sql } from "drizzle-orm";
import type { UserActor } from "../../actor.ts";
import type { Context } from "../../context.ts";
import { isAt, shiftBlocks } from "./block-statements.ts";
import { changeDialog } from "./change-dialog.ts";
import type { DialogRow } from "./dialog.ts";
import { findBlock } from "./find-block.ts";

/** Takes one block out; those after it move up. */
export async function deleteBlock(
	context: Context,
	user: UserActor,
	which: { id: string; ifMatch: string | undefined; blockId: string },
): Promise<DialogRow> {
	const { row } = await changeDialog(context, user, which, async ({ id, revision }) => {
		const { position } = await findBlock(context, id, which.blockId);
		const remove = sql`DELETE FROM dialog_blocks WHERE id = ${which.blockId} AND ${isAt(id, revision)}`;
		return {
			statements: [remove, shiftBlocks(id, revision, { from: position + 1, by: -1 })],
			result: undefined,
		};
	});
	return row;
}
