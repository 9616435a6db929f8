import { type SQL, sql } from "drizzle-orm";
import { dialogBlocks, dialogs, emotions } from "../tables.ts";
import type { Block } from "./contract.ts";

/** Of JSON. D1 takes two megabytes a parameter, and a character of JSON is at most three bytes in UTF-8. */
const CHARACTERS_A_STATEMENT = 400_000;

/** Holds while the dialog still has the revision that the change was decided on. */
export const isAt = (dialogId: string, revision: number): SQL =>
	sql`EXISTS (SELECT 1 FROM ${dialogs} WHERE ${dialogs.id} = ${dialogId} AND ${dialogs.revision} = ${revision})`;

function chunks(blocks: readonly Block[]): Block[][] {
	const lists: Block[][] = [[]];
	let size = 0;
	for (const block of blocks) {
		const own = JSON.stringify(block).length;
		if (size + own > CHARACTERS_A_STATEMENT) {
			lists.push([]);
			size = 0;
		}
		size += own;
		lists.at(-1)?.push(block);
	}
	return lists.filter((list) => list.length > 0);
}

/**
 * Statements that store blocks, many rows each: they travel as one JSON parameter. An emotion deleted in between
 * becomes no tag.
 */
export const insertBlocks = (dialogId: string, revision: number, blocks: readonly Block[]): SQL[] =>
	chunks(blocks).map(
		(list) => sql`
			INSERT INTO ${dialogBlocks} (id, dialog_id, position, speaker, text, emotion_id, intensity)
			SELECT value ->> 'id', ${dialogId}, value ->> 'position', value ->> 'speaker', value ->> 'text',
				(SELECT id FROM ${emotions} WHERE id = value ->> 'emotionId'), value ->> 'intensity'
			FROM json_each(${JSON.stringify(list)})
			WHERE ${isAt(dialogId, revision)}`,
	);

/** Makes room at a position, or closes the gap that a block leaves. */
export const shiftBlocks = (
	dialogId: string,
	revision: number,
	range: { from: number; to?: number; by: 1 | -1 },
): SQL => sql`
	UPDATE dialog_blocks SET position = position + ${range.by}
	WHERE dialog_id = ${dialogId} AND position >= ${range.from} AND position <= ${range.to ?? 1_000_000}
		AND ${isAt(dialogId, revision)}`;
