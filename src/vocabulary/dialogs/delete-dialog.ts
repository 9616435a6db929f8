import { eq, inArray, sql } from "drizzle-orm";
import type { UserActor } from "../../actor.ts";
import type { Context } from "../../context.ts";
import { retryOrConflict } from "../../db/optimistic-retry.ts";
import type { ErasureStep } from "../../erasure-step.ts";
import { dialogs } from "../tables.ts";
import { requireMatch } from "./change-dialog.ts";
import { findDialogRow } from "./find-dialog.ts";

/** Removes a dialog with its blocks and everything computed from them. */
export async function deleteDialog(
	context: Context,
	user: UserActor,
	{ id, ifMatch }: { id: string; ifMatch: string | undefined },
): Promise<void> {
	await retryOrConflict(async () => {
		const row = await findDialogRow(context, user, id);
		requireMatch(ifMatch, row);
		const { meta } = await context.db.run(
			sql`DELETE FROM ${dialogs} WHERE id = ${id} AND revision = ${row.revision}`,
		);
		return meta.changes > 0 ? true : undefined;
	});
}

/** Dialogs a statement: each takes up to 5,000 blocks with it. */
const BATCH = 5;

/** A person's dialogs, with their blocks. */
export const dialogErasure: ErasureStep = {
	name: "dialogs",
	async eraseSome({ db }, userId) {
		const some = db.select({ id: dialogs.id }).from(dialogs).where(eq(dialogs.ownerId, userId)).limit(BATCH);
		const erased = await db.delete(dialogs).where(inArray(dialogs.id, some)).returning({ id: dialogs.id });
		return erased.length;
	},
};
