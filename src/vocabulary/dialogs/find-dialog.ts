import { and, asc, count, desc, eq } from "drizzle-orm";
import type { UserActor } from "../../actor.ts";
import type { Context } from "../../context.ts";
import { Fault } from "../../errors.ts";
import { dialogBlocks, dialogs } from "../tables.ts";
import type { Block, DialogSummary } from "./contract.ts";
import { type DialogRow, toBlock, toDialog } from "./dialog.ts";

/** A dialog of this person without its blocks. Another person's is as unknown as one that never was. */
export async function findDialogRow({ db }: Context, { userId }: UserActor, id: string): Promise<DialogRow> {
	const row = await db
		.select()
		.from(dialogs)
		.where(and(eq(dialogs.id, id), eq(dialogs.ownerId, userId)))
		.get();
	if (!row) throw new Fault({ code: "not_found", message: "You have no dialog with this id." });
	return row;
}

export async function blocksOf({ db }: Context, dialogId: string): Promise<Block[]> {
	const rows = await db
		.select()
		.from(dialogBlocks)
		.where(eq(dialogBlocks.dialogId, dialogId))
		.orderBy(asc(dialogBlocks.position), asc(dialogBlocks.id));
	return rows.map(toBlock);
}

/** A dialog of this person with its blocks, as they were at one moment: both reads are one transaction. */
export async function findDialog(
	context: Context,
	user: UserActor,
	id: string,
): Promise<{ row: DialogRow; blocks: Block[] }> {
	const owned = and(eq(dialogs.id, id), eq(dialogs.ownerId, user.userId));
	const [[row], rows] = await context.db.batch([
		context.db.select().from(dialogs).where(owned),
		context.db
			.select()
			.from(dialogBlocks)
			.where(eq(dialogBlocks.dialogId, id))
			.orderBy(asc(dialogBlocks.position), asc(dialogBlocks.id)),
	]);
	if (!row) throw new Fault({ code: "not_found", message: "You have no dialog with this id." });
	return { row, blocks: rows.map(toBlock) };
}

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

/** A person's dialogs without their blocks, newest first. */
export async function listDialogs(
	{ db }: Context,
	{ userId }: UserActor,
	{ limit, offset }: { limit: number; offset: number },
): Promise<DialogSummary[]> {
	const rows = await db
		.select({ dialog: dialogs, blockCount: count(dialogBlocks.id) })
		.from(dialogs)
		.leftJoin(dialogBlocks, eq(dialogBlocks.dialogId, dialogs.id))
		.where(eq(dialogs.ownerId, userId))
		.groupBy(dialogs.id)
		.orderBy(desc(dialogs.createdAt), desc(dialogs.id))
		.limit(limit)
		.offset(offset);
	return rows.map(({ dialog, blockCount }) => {
		const { blocks: _, ...summary } = toDialog(dialog, []);
		return { ...summary, blockCount };
	});
}
