import { invalidField } from "../../errors.ts";
import type { Block, BlockInput } from "./dialog.ts";

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
