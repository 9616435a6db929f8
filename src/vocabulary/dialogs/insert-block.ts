import type { UserActor } from "../../actor.ts";
import type { Context } from "../../context.ts";
import { Fault } from "../../errors.ts";
import { insertBlocks, shiftBlocks } from "./block-statements.ts";
import { changeDialog } from "./change-dialog.ts";
import { type Block, type BlockInput, type DialogRow, MOST_BLOCKS } from "./dialog.ts";
import { countBlocks } from "./find-block.ts";
import { requireEmotions } from "./require-emotions.ts";

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
		if (blocks >= MOST_BLOCKS) {
			throw new Fault({ code: "conflict", message: `A dialog has at most ${MOST_BLOCKS} blocks.` });
		}
		const at = Math.min(position ?? blocks, blocks);
		const block: Block = { id: context.newId(), position: at, speaker, text, emotionId, intensity };
		return {
			statements: [shiftBlocks(id, revision, { from: at, by: 1 }), ...insertBlocks(id, revision, [block])],
			result: block,
		};
	});
}
