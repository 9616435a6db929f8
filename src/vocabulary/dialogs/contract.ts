import { z } from "@hono/zod-openapi";
import { Id, Language, Timestamp, textOf, wordsOf } from "../contract.ts";
import { FORMATS, MAX_BLOCKS, MAX_SPEAKER, MAX_TEXT } from "./limits.ts";

const intensity = z.number().min(0).max(1).openapi({ description: "How strongly it is felt", example: 0.8 });
const position = z.number().int().min(0).max(1_000_000);
const speaker = textOf(MAX_SPEAKER).openapi({ description: "May be empty", example: "ANNA" });
const text = textOf(MAX_TEXT).openapi({ example: "I never thought you would come." });
const lang = Language.optional().openapi({ description: "Detected from the text when left out" });

export const Block = z
	.object({
		id: z.string(),
		position: z.number().int().openapi({ description: "From 0" }),
		speaker: z.string(),
		text: z.string(),
		emotionId: z.string().nullable().openapi({ description: "The tag, null without one" }),
		intensity: z.number(),
	})
	.openapi("DialogBlock");

export type Block = z.infer<typeof Block>;

export const Dialog = z
	.object({
		id: z.string(),
		title: z.string().openapi({ example: "The station" }),
		lang: Language,
		createdAt: Timestamp,
		updatedAt: Timestamp,
		blocks: z.array(Block),
	})
	.openapi("Dialog");

export type Dialog = z.infer<typeof Dialog>;

export const DialogList = z.array(
	Dialog.omit({ blocks: true }).extend({ blockCount: z.number().int() }).openapi("DialogSummary"),
);

export type DialogSummary = z.infer<typeof DialogList>[number];

export const ListQuery = z.object({
	limit: z.coerce.number().int().min(1).max(200).default(100),
	offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});

const NewBlock = z
	.object({
		id: Id.optional().openapi({ description: "Keeps a block's id when it is one of this dialog" }),
		position: position
			.optional()
			.openapi({ description: "The order where given; else the place in the list" }),
		speaker: speaker.default(""),
		text,
		emotionId: Id.nullable().default(null),
		intensity: intensity.default(1),
	})
	.openapi("NewDialogBlock");

/** A block as it is sent: it gets an id of its own unless it has one of this dialog. */
export type BlockInput = z.infer<typeof NewBlock>;

const blocks = z.array(NewBlock).max(MAX_BLOCKS, `a dialog has at most ${MAX_BLOCKS} blocks`);
const title = wordsOf(200).openapi({ example: "The station" });

export const NewDialog = z.object({ title, lang, blocks: blocks.default([]) }).openapi("NewDialog");
export const WholeDialog = z.object({ title, lang, blocks }).openapi("WholeDialog");
export const DialogChanges = z
	.object({ title: title.optional(), lang, blocks: blocks.optional() })
	.openapi("DialogChanges");

export type DialogChanges = z.infer<typeof DialogChanges>;

export type NewDialog = z.infer<typeof NewDialog>;

export const BlockToInsert = NewBlock.omit({ id: true }).openapi("BlockToInsert");
export const BlockChanges = z
	.object({
		position: position.optional().openapi({ description: "Moves the block there" }),
		speaker: speaker.optional(),
		text: text.optional(),
		emotionId: Id.nullable().optional(),
		intensity: intensity.optional(),
	})
	.openapi("DialogBlockChanges");
export const BlockOrder = z.object({ blockIds: z.array(Id).max(MAX_BLOCKS) }).openapi("BlockOrder");

export const BlockParams = z.object({
	id: Id.openapi({ param: { name: "id", in: "path" } }),
	blockId: Id.openapi({ param: { name: "blockId", in: "path" } }),
});

export const IfMatch = z.object({
	"if-match": z.string().max(1_000).optional().openapi({
		description:
			"The `ETag` of the version that the change is meant for; 412 when the dialog has changed since",
	}),
});

export const DialogImport = z
	.object({
		format: z.enum(FORMATS).openapi({ description: "`SPEAKER: line`, Fountain screenplay or SRT subtitles" }),
		content: textOf(2_000_000).openapi({ example: "ANNA: Hello.\nBEN: You came!" }),
		title: title.default("Untitled"),
		lang,
	})
	.openapi("DialogImport");

export type DialogImport = z.infer<typeof DialogImport>;
