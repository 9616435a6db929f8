import { z } from "@hono/zod-openapi";
import { THEMES } from "./arc/drawing/theme.ts";
import { SHAPES } from "./arc/types.ts";
import { Id, Language, textOf, wordsOf } from "./contract.ts";
import { MOST_BLOCKS } from "./dialogs/dialog.ts";
import { FORMATS, MOST_SPEAKER, MOST_TEXT } from "./dialogs/import-dialog.ts";

const Timestamp = z.iso.datetime().openapi({ example: "2026-11-22T09:30:00.000Z" });
const intensity = z.number().min(0).max(1).openapi({ description: "How strongly it is felt", example: 0.8 });
const position = z.number().int().min(0).max(1_000_000);
const speaker = textOf(MOST_SPEAKER).openapi({ description: "May be empty", example: "ANNA" });
const text = textOf(MOST_TEXT).openapi({ example: "I never thought you would come." });
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

export const DialogList = z.array(
	Dialog.omit({ blocks: true }).extend({ blockCount: z.number().int() }).openapi("DialogSummary"),
);

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

const blocks = z.array(NewBlock).max(MOST_BLOCKS, `a dialog has at most ${MOST_BLOCKS} blocks`);
const title = wordsOf(200).openapi({ example: "The station" });

export const NewDialog = z.object({ title, lang, blocks: blocks.default([]) }).openapi("NewDialog");
export const WholeDialog = z.object({ title, lang, blocks }).openapi("WholeDialog");
export const DialogChanges = z
	.object({ title: title.optional(), lang, blocks: blocks.optional() })
	.openapi("DialogChanges");

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
export const BlockOrder = z.object({ blockIds: z.array(Id).max(MOST_BLOCKS) }).openapi("BlockOrder");

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

const truth = z.enum(["true", "false", "1", "0"]).transform((value) => value === "true" || value === "1");
const points = z.coerce.number().int().min(2).max(500);

export const ArcQuery = z.object({
	points: points.default(100).openapi({ description: "Points of the smoothed curve, 2 to 500" }),
	speaker: textOf(MOST_SPEAKER).optional().openapi({ description: "Only this speaker's blocks" }),
	suggest: truth.default(false).openapi({
		type: "boolean",
		description: "Untagged blocks take the emotion that their words suggest",
	}),
});

export const PictureQuery = ArcQuery.omit({ points: true }).extend({
	theme: z.enum(THEMES).default("auto").openapi({ description: "`auto` follows the reader's system" }),
});

const unit = (description: string) => z.number().openapi({ description });
const Curve = z.object({
	at: unit("Place in the dialog, 0 … 1"),
	valence: unit("−1 unpleasant … 1 pleasant"),
	arousal: unit("−1 calm … 1 excited"),
	low: z.number().nullable().openapi({ description: "95 % band of the valence; null with too few blocks" }),
	high: z.number().nullable(),
});
const FittedShape = z.object({ shape: z.enum(SHAPES), r2: unit("Share of the variance explained") });
const Rate = z.number().nullable();

const Dynamics = z
	.object({
		homeBase: z.object({
			valence: z.number(),
			arousal: z.number(),
			axes: z.array(z.number()).openapi({ description: "Half-axes of the 68 % ellipse, long first" }),
			angle: unit("Of the long axis from the valence axis, in radians"),
		}),
		variability: z.object({ valence: z.number(), arousal: z.number() }),
		displacements: z.number().int().openapi({ description: "Times the home base was left" }),
		peakDistance: Rate,
		riseRate: Rate.openapi({ description: "Distance from home a block, on the way out" }),
		recoveryRate: Rate.openapi({ description: "The same on the way back" }),
	})
	.openapi("EmotionDynamics", {
		description: "After Hipson & Mohammad 2021, doi:10.1371/journal.pone.0256153",
	});

export const DialogArc = z
	.object({
		dialogId: z.string(),
		title: z.string(),
		lang: Language,
		speaker: z.string().nullable(),
		coverage: unit("Blocks with an emotion / all blocks"),
		counts: z.object({
			blocks: z.number().int(),
			tagged: z.number().int(),
			suggested: z.number().int(),
			placed: z.number().int().openapi({ description: "Tagged with an emotion of known valence" }),
		}),
		raw: z.array(
			Curve.pick({ at: true, valence: true, arousal: true }).extend({
				blockId: z.string(),
				position: z.number().int(),
				speaker: z.string(),
				emotionId: z.string().nullable(),
				source: z.enum(["tag", "suggestion"]).nullable(),
			}),
		),
		smoothed: z.array(Curve.extend({ tension: unit("0 … 1: unpleasant and excited is 1") })),
		shape: z.object({
			label: z
				.enum(SHAPES)
				.nullable()
				.openapi({ description: "The nearest shape where the dialog supports one" }),
			reason: z.enum(["too_few_tagged_blocks", "flat", "not_significant"]).nullable(),
			message: z.string().nullable().openapi({ description: "Why there is no label" }),
			nearest: FittedShape.nullable(),
			runnerUp: FittedShape.nullable(),
			scores: z.record(z.enum(SHAPES), z.number()).openapi({ description: "r² of each shape" }),
			pValue: z.number().nullable().openapi({ description: "How often a random order fits as well" }),
			permutations: z.number().int(),
		}),
		turningPoints: z.array(
			z.object({
				at: z.number(),
				kind: z.enum(["peak", "valley"]),
				valence: z.number(),
				change: unit("Of the valence since the turn before, or the start"),
				blockId: z.string(),
				position: z.number().int(),
			}),
		),
		tension: z
			.object({ mean: z.number(), peak: z.object({ at: z.number(), value: z.number() }) })
			.nullable()
			.openapi({ description: "Tense arousal (Thayer 1989), 0 … 1" }),
		volatility: z
			.number()
			.nullable()
			.openapi({ description: "Root mean square of successive differences, 0 … 2" }),
		speakers: z.array(
			z.object({
				speaker: z.string(),
				blocks: z.number().int(),
				tagged: z.number().int(),
				meanValence: z.number(),
				smoothed: z.array(Curve),
				dynamics: Dynamics.nullable().openapi({ description: "Null under ten tagged blocks" }),
			}),
		),
		speakersLeftOut: z.number().int(),
		dominantEmotions: z.array(
			z.object({
				emotionId: z.string(),
				emoji: z.string(),
				keyword: z.string(),
				blocks: z.number().int(),
				share: unit("Of the summed intensity"),
			}),
		),
		dominantCategories: z.array(
			z.object({
				categoryId: z.string(),
				icon: z.string(),
				name: z.string(),
				blocks: z.number().int(),
				share: z.number(),
			}),
		),
	})
	.openapi("DialogArc");

const ComparedWith = z
	.union([z.object({ dialogId: Id }), z.object({ shape: z.enum(SHAPES) })], {
		error: `give either dialogId, one of your dialogs, or shape, one of ${SHAPES.join(", ")}`,
	})
	.openapi("ComparedWith");
export const CompareBody = ComparedWith;

const CurveOnly = z.array(Curve.omit({ arousal: true }));
export const ArcComparison = z
	.object({
		dialogId: z.string(),
		with: z.union([z.object({ dialogId: z.string() }), z.object({ shape: z.enum(SHAPES) })]),
		distance: unit("Root mean square difference of the valence, 0 … 2"),
		shapeDistance: z.number().nullable().openapi({
			description: "1 − r: 0 the same course at whatever level, 2 the opposite; null when one is flat",
		}),
		partings: z.array(
			z.object({
				from: z.number(),
				to: z.number(),
				difference: unit("Mean, the first minus the second"),
				widest: z.object({ at: z.number(), difference: z.number() }),
			}),
		),
		firstParting: z.number().nullable(),
		curves: z.array(CurveOnly).openapi({ description: "The dialog's and the other one, on the same places" }),
	})
	.openapi("ArcComparison");
