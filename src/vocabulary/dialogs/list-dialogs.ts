import { count, desc, eq } from "drizzle-orm";
import type { UserActor } from "../../actor.ts";
import type { Context } from "../../context.ts";
import { dialogBlocks, dialogs } from "../tables.ts";
import { type Dialog, toDialog } from "./dialog.ts";

export interface DialogSummary extends Omit<Dialog, "blocks"> {
	blockCount: number;
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
