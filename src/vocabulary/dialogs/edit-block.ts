import { type SQL, sql } from "drizzle-orm";
import type { UserActor } from "../../actor.ts";
import type { Context } from "../../context.ts";
import { isAt, shiftBlocks } from "./block-statements.ts";
import { changeDialog } from "./change-dialog.ts";
import type { Block, DialogRow } from "./dialog.ts";
import { countBlocks, findBlock } from "./find-block.ts";
import { requireEmotions } from "./require-emotions.ts";

export type BlockChanges = { [Field in Exclude<keyof Block, "id">]?: Block[Field] | undefined };

/** Moves the blocks between the old and the new place by one. */
function makeWay(dialogId: string, revision: number, from: number, to: number): SQL[] {
	if (from === to) return [];
	return from < to
		? [shiftBlocks(dialogId, revision, { from: from + 1, to, by: -1 })]
		: [shiftBlocks(dialogId, revision, { from: to, to: from - 1, by: 1 })];
}

/** Changes one block; a new `position` moves it there and the others make way. */
export async function editBlock(
	context: Context,
	user: UserActor,
	which: { id: string; ifMatch: string | undefined; blockId: string },
	changes: BlockChanges,
): Promise<{ row: DialogRow; result: Block }> {
	if (changes.emotionId)
		await requireEmotions(context, [{ emotionId: changes.emotionId }], () => "emotionId");
	return changeDialog(context, user, which, async ({ id, revision }) => {
		const before = await findBlock(context, id, which.blockId);
		const last = (await countBlocks(context, id)) - 1;
		const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
		const after: Block = { ...before, ...given };
		const position = Math.min(after.position, last);
		const write = sql`
			UPDATE dialog_blocks SET position = ${position}, speaker = ${after.speaker}, text = ${after.text},
				emotion_id = (SELECT id FROM emotions WHERE id = ${after.emotionId}), intensity = ${after.intensity}
			WHERE id = ${before.id} AND ${isAt(id, revision)}`;
		return {
			statements: [...makeWay(id, revision, before.position, position), write],
			result: { ...after, position },
		};
	});
}
