import type { UserActor } from "../../actor.ts";
import type { Context } from "../../context.ts";
import { runTogether } from "../../db/batch.ts";
import type { Lang } from "../languages.ts";
import { dialogs } from "../tables.ts";
import { insertBlocks } from "./block-statements.ts";
import type { Block, BlockInput, DialogRow } from "./dialog.ts";
import { dialogLanguage } from "./dialog-language.ts";
import { numberedBlocks } from "./numbered-blocks.ts";
import { requireEmotions } from "./require-emotions.ts";

export interface NewDialog {
	title: string;
	lang?: Lang | undefined;
	blocks: BlockInput[];
}

/** Stores a dialog whole or not at all. It belongs to the person who sent it. */
export async function createDialog(
	context: Context,
	{ userId }: UserActor,
	{ title, lang: named, blocks: sent }: NewDialog,
): Promise<{ row: DialogRow; blocks: Block[] }> {
	const { db, newId, now } = context;
	const lang = await dialogLanguage(
		title,
		sent.map((block) => block.text),
		named,
	);
	await requireEmotions(context, sent, (i) => `blocks[${i}].emotionId`);
	const blocks = numberedBlocks(sent, new Set(), newId);
	const at = new Date(now());
	const row: DialogRow = {
		id: newId(),
		ownerId: userId,
		title,
		lang,
		revision: 1,
		createdAt: at,
		updatedAt: at,
	};
	await runTogether(db, [db.insert(dialogs).values(row), ...insertBlocks(row.id, row.revision, blocks)]);
	return { row, blocks };
}
