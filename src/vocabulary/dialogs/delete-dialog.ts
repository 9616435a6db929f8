import { sql } from "drizzle-orm";
import type { UserActor } from "../../actor.ts";
import type { Context } from "../../context.ts";
import { onFreshRow } from "../../db/optimistic-retry.ts";
import { dialogs } from "../tables.ts";
import { requireMatch } from "./change-dialog.ts";
import { findDialogRow } from "./find-dialog.ts";

/** Removes a dialog with its blocks and everything computed from them. */
export async function deleteDialog(
	context: Context,
	user: UserActor,
	{ id, ifMatch }: { id: string; ifMatch: string | undefined },
): Promise<void> {
	await onFreshRow(async () => {
		const row = await findDialogRow(context, user, id);
		requireMatch(ifMatch, row);
		const { meta } = await context.db.run(
			sql`DELETE FROM ${dialogs} WHERE id = ${id} AND revision = ${row.revision}`,
		);
		return meta.changes > 0 ? true : undefined;
	});
}
