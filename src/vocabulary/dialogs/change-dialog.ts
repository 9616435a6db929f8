import { and, eq, type SQL, sql } from "drizzle-orm";
import type { UserActor } from "../../actor.ts";
import type { Context } from "../../context.ts";
import { runBatch } from "../../db/batch.ts";
import { retryOrConflict } from "../../db/optimistic-retry.ts";
import { Fault } from "../../errors.ts";
import { dialogBlocks, dialogs } from "../tables.ts";
import { insertBlocks, isAt } from "./block-statements.ts";
import type { Block, DialogChanges } from "./contract.ts";
import { numberedBlocks, requireEmotions } from "./create-dialog.ts";
import { type DialogRow, entityTag } from "./dialog.ts";
import { blocksOf, findDialogRow } from "./find-dialog.ts";

/** What is to be done to a dialog at one revision: every statement must hold only while `isAt` does. */
export interface DialogPlan<T> {
	columns?: Partial<Pick<DialogRow, "title" | "lang">>;
	statements: readonly SQL[];
	result: T;
}

/** `If-Match` of RFC 9110: absent and `*` match any state; a weak tag matches none. */
const matches = (ifMatch: string | undefined, row: DialogRow): boolean =>
	ifMatch === undefined ||
	ifMatch.trim() === "*" ||
	ifMatch.split(",").some((tag) => tag.trim() === entityTag(row));

/** A failed precondition when the dialog is not in the state that the caller knows. */
export function requireMatch(ifMatch: string | undefined, row: DialogRow): void {
	if (matches(ifMatch, row)) return;
	throw new Fault({
		code: "precondition_failed",
		message: "The dialog has changed since the version in If-Match. Get it again.",
	});
}

/**
 * Changes a dialog on the revision the change was decided on, all or nothing: the guarded statements and the step to
 * the next revision are one transaction. When somebody else changes it in between, it is read and decided again; with
 * `If-Match` that reading is a failed precondition.
 */
export function changeDialog<T>(
	context: Context,
	user: UserActor,
	{ id, ifMatch }: { id: string; ifMatch: string | undefined },
	decide: (row: DialogRow) => Promise<DialogPlan<T>>,
): Promise<{ row: DialogRow; result: T }> {
	const { db } = context;
	return retryOrConflict(async () => {
		const row = await findDialogRow(context, user, id);
		requireMatch(ifMatch, row);
		const { columns, statements, result } = await decide(row);
		const written = { ...row, ...columns, revision: row.revision + 1, updatedAt: new Date(context.now()) };
		const { title, lang, revision, updatedAt } = written;
		const advance = db
			.update(dialogs)
			.set({ title, lang, revision, updatedAt })
			.where(and(eq(dialogs.id, id), eq(dialogs.revision, row.revision)));
		const changes = await runBatch(db, [...statements, advance]);
		return changes.at(-1) === 1 ? { row: written, result } : undefined;
	});
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
