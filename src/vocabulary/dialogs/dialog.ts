import type { dialogBlocks, dialogs } from "../tables.ts";
import type { Block, Dialog } from "./contract.ts";

export type DialogRow = typeof dialogs.$inferSelect;
export type BlockRow = typeof dialogBlocks.$inferSelect;

export const toBlock = ({ id, position, speaker, text, emotionId, intensity }: BlockRow): Block => ({
	id,
	position,
	speaker,
	text,
	emotionId,
	intensity,
});

export const toDialog = (row: DialogRow, blocks: Block[]): Dialog => ({
	id: row.id,
	title: row.title,
	lang: row.lang,
	createdAt: row.createdAt.toISOString(),
	updatedAt: row.updatedAt.toISOString(),
	blocks,
});

/** The entity tag of a dialog's state. */
export const entityTag = ({ revision }: Pick<DialogRow, "revision">): string => `"${revision}"`;
