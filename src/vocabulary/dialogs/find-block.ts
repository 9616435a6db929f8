import { and, count, eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { Fault } from "../../errors.ts";
import { dialogBlocks } from "../tables.ts";
import { type Block, toBlock } from "./dialog.ts";

/** A block of a dialog; whoever calls has made sure that the dialog is the caller's. */
export async function findBlock({ db }: Context, dialogId: string, blockId: string): Promise<Block> {
	const row = await db
		.select()
		.from(dialogBlocks)
		.where(and(eq(dialogBlocks.id, blockId), eq(dialogBlocks.dialogId, dialogId)))
		.get();
	if (!row) throw new Fault({ code: "not_found", message: "This dialog has no block with this id." });
	return toBlock(row);
}

export async function countBlocks({ db }: Context, dialogId: string): Promise<number> {
	const own = eq(dialogBlocks.dialogId, dialogId);
	const row = await db.select({ blocks: count() }).from(dialogBlocks).where(own).get();
	return row?.blocks ?? 0;
}
