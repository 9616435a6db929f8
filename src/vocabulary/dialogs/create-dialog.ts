import { sql } from "drizzle-orm";
import type { UserActor } from "../../actor.ts";
import type { Context } from "../../context.ts";
import { runBatch } from "../../db/batch.ts";
import { invalidField } from "../../errors.ts";
import type { Lang } from "../languages.ts";
import { dialogs, emotions } from "../tables.ts";
import { requireLanguage } from "../translation/detect-language.ts";
import { insertBlocks } from "./block-statements.ts";
import type { Block, BlockInput, NewDialog } from "./contract.ts";
import type { DialogRow } from "./dialog.ts";

/**
 * Blocks in their order with ids and positions from 0. Where `position` is given it is the order, else the place in
 * the list. An id is kept when it is one of `known`, the dialog's own; any other block gets a new one.
 */
export function numberedBlocks(
	blocks: readonly BlockInput[],
	known: ReadonlySet<string>,
	newId: () => string,
): Block[] {
	const seen = new Set<string>();
	for (const [i, { id }] of blocks.entries()) {
		if (id === undefined) continue;
		if (seen.has(id)) throw invalidField(`blocks[${i}].id`, "Two blocks have this id.");
		seen.add(id);
	}
	return blocks
		.map((block, i) => ({ block, place: block.position ?? i }))
		.sort((a, b) => a.place - b.place)
		.map(({ block: { id, speaker, text, emotionId, intensity } }, position) => ({
			id: id !== undefined && known.has(id) ? id : newId(),
			position,
			speaker,
			text,
			emotionId,
			intensity,
		}));
}

/** A fault on the first tag that names no emotion. `fieldOf` says where the tag of a block stands in the request. */
export async function requireEmotions(
	{ db }: Context,
	blocks: readonly { emotionId: string | null }[],
	fieldOf: (index: number) => string,
): Promise<void> {
	const ids = [...new Set(blocks.flatMap(({ emotionId }) => emotionId ?? []))];
	if (ids.length === 0) return;
	const unknown = await db.get<{ id: string }>(
		sql`SELECT value AS id FROM json_each(${JSON.stringify(ids)}) WHERE value NOT IN (SELECT ${emotions.id} FROM ${emotions}) LIMIT 1`,
	);
	if (!unknown) return;
	const index = blocks.findIndex(({ emotionId }) => emotionId === unknown.id);
	throw invalidField(fieldOf(index), "There is no emotion with this id.");
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
	await runBatch(db, [db.insert(dialogs).values(row), ...insertBlocks(row.id, row.revision, blocks)]);
	return { row, blocks };
}

/** As much of a dialog as tells its language. */
const SAMPLE_CHARACTERS = 2_000;

/** The language named, else the one the beginning is in. */
export function dialogLanguage(
	title: string,
	texts: readonly string[],
	named: Lang | undefined,
): Promise<Lang> {
	const sample = texts.join(" ").slice(0, SAMPLE_CHARACTERS);
	return requireLanguage([sample.trim() === "" ? title : sample], named, "lang");
}
