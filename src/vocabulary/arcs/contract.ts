import { z } from "@hono/zod-openapi";
import { Id, Language, textOf } from "../contract.ts";
import { MAX_SPEAKER } from "../dialogs/limits.ts";

import { SHAPES } from "./analysis/types.ts";
import { THEMES } from "./drawing/theme.ts";

const truth = z.enum(["true", "false", "1", "0"]).transform((value) => value === "true" || value === "1");
const points = z.coerce.number().int().min(2).max(500);

export const ArcQuery = z.object({
	points: points.default(100).openapi({ description: "Points of the smoothed curve, 2 to 500" }),
	speaker: textOf(MAX_SPEAKER).optional().openapi({ description: "Only this speaker's blocks" }),
	suggest: truth.default(false).openapi({
		type: "boolean",
		description: "Untagged blocks take the emotion that their words suggest",
	}),
});

export type ArcQuery = z.infer<typeof ArcQuery>;

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

/** The arc of a dialog as it is answered; the analysis takes its own shapes from it. */
export type DialogArc = z.infer<typeof DialogArc>;

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

export type DialogComparison = z.infer<typeof ArcComparison>;
