import { and, asc, eq } from "drizzle-orm";
import type { UserActor } from "../../actor.ts";
import type { Context } from "../../context.ts";
import { Fault } from "../../errors.ts";
import { dialogBlocks, dialogs } from "../tables.ts";
import { type Block, type DialogRow, toBlock } from "./dialog.ts";

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
