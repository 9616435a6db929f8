import type { Lang } from "../languages.ts";
import type { dialogBlocks, dialogs } from "../tables.ts";

export const MOST_BLOCKS = 5_000;

export type DialogRow = typeof dialogs.$inferSelect;
export type BlockRow = typeof dialogBlocks.$inferSelect;

export interface Block {
	id: string;
	position: number;
	speaker: string;
	text: string;
	emotionId: string | null;
	/** 0 … 1: how strongly the emotion is felt. */
	intensity: number;
}

export interface Dialog {
	id: string;
	title: string;
	lang: Lang;
	createdAt: string;
	updatedAt: string;
	blocks: Block[];
}

/** A block as it is sent: it gets an id of its own unless it has one of this dialog. */
export interface BlockInput {
	id?: string | undefined;
	position?: number | undefined;
	speaker: string;
	text: string;
	emotionId: string | null;
	intensity: number;
}

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
