import { type SQL, sql } from "drizzle-orm";
import type { UserActor } from "../../actor.ts";
import type { Context } from "../../context.ts";
import { Fault, invalidField } from "../../errors.ts";
import { insertBlocks, isAt, shiftBlocks } from "./block-statements.ts";
import { changeDialog } from "./change-dialog.ts";
import type { Block, BlockInput } from "./contract.ts";
import { requireEmotions } from "./create-dialog.ts";
import type { DialogRow } from "./dialog.ts";
import { blocksOf, countBlocks, findBlock } from "./find-dialog.ts";
import { MAX_BLOCKS } from "./limits.ts";

/** Adds a block at `position`, at the end without one. */
export async function insertBlock(
	context: Context,
	user: UserActor,
	which: { id: string; ifMatch: string | undefined },
	{ position, speaker, text, emotionId, intensity }: Omit<BlockInput, "id">,
): Promise<{ row: DialogRow; result: Block }> {
	await requireEmotions(context, [{ emotionId }], () => "emotionId");
	return changeDialog(context, user, which, async ({ id, revision }) => {
		const blocks = await countBlocks(context, id);
		if (blocks >= MAX_BLOCKS) {
			throw new Fault({ code: "conflict", message: `A dialog has at most ${MAX_BLOCKS} blocks.` });
		}
		const at = Math.min(position ?? blocks, blocks);
		const block: Block = { id: context.newId(), position: at, speaker, text, emotionId, intensity };
		return {
			statements: [shiftBlocks(id, revision, { from: at, by: 1 }), ...insertBlocks(id, revision, [block])],
			result: block,
		};
	});
}

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
