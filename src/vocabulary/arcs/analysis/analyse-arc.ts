import type { DialogArc } from "../contract.ts";
import { type Share, sharesOf, tensionOf, volatilityOf } from "./measures.ts";
import { resample, smooth } from "./smooth.ts";
import { speakerDynamics } from "./speaker-dynamics.ts";
import { type StoryShape, storyShape } from "./story-shape.ts";
import { turningPoints } from "./turning-points.ts";
import type { ArcBlock, CurvePoint } from "./types.ts";

/** Grows with every change of what the analysis answers, so that nothing stored is taken for newer than it is. */
export const ARC_VERSION = 1;
const MAX_SPEAKERS = 20;
const SPEAKER_CURVE_POINTS = 50;

export type RawPoint = DialogArc["raw"][number];

export interface Coverage {
	blocks: number;
	/** Blocks with an emotion, whether an editor's tag or a suggestion. */
	tagged: number;
	suggested: number;
	/** Tagged blocks whose emotion has a known valence: what the curves are made of. */
	placed: number;
	/** tagged / blocks. */
	share: number;
}

/** What the dialog's blocks alone tell; emotions and categories are named when it is answered. */
export interface Arc
	extends Pick<
		DialogArc,
		"raw" | "smoothed" | "turningPoints" | "tension" | "volatility" | "speakers" | "speakersLeftOut"
	> {
	coverage: Coverage;
	shape: StoryShape;
	dominantEmotions: Share[];
	dominantCategories: Share[];
}

export interface ArcOptions {
	/** Points of the smoothed curve, 2 or more. */
	points: number;
	/** Only this speaker's blocks; places stay those of the whole dialog. */
	speaker?: string | undefined;
}

/** The emotional arc of a dialog's blocks, given in their order. Pure and repeatable: no clock, no chance. */
export function analyseArc(dialog: readonly ArcBlock[], { points, speaker }: ArcOptions): Arc {
	const blocks = blocksOf(dialog, speaker);
	const raw = rawPoints(dialog, speaker);
	const curve = smooth(raw);
	const smoothed = resample(curve, points).map((point) => ({ ...point, tension: tensionOf(point) }));
	const bySpeaker = speakerArcs(blocks, raw, points);
	return {
		coverage: coverageOf(blocks, raw),
		raw,
		smoothed,
		shape: storyShape(raw),
		turningPoints: turningPoints(curve).map((turn) => ({ ...turn, ...nearestBlock(raw, turn.at) })),
		tension: tensionOver(curve),
		volatility: volatilityOf(raw),
		speakers: bySpeaker.slice(0, MAX_SPEAKERS),
		speakersLeftOut: Math.max(0, bySpeaker.length - MAX_SPEAKERS),
		dominantEmotions: sharesOf(blocks, "emotionId"),
		dominantCategories: sharesOf(blocks, "categoryId"),
	};
}

const blocksOf = (dialog: readonly ArcBlock[], speaker: string | undefined): readonly ArcBlock[] =>
	speaker === undefined ? dialog : dialog.filter((block) => block.speaker === speaker);

/** The blocks of a dialog, or of one of its speakers, whose place on the circumplex is known. */
export function rawPoints(dialog: readonly ArcBlock[], speaker: string | undefined): RawPoint[] {
	const last = Math.max(1, dialog.length - 1);
	return blocksOf(dialog, speaker).flatMap(
		({ id, position, speaker, emotionId, valence, arousal, source }) =>
			valence === null || arousal === null
				? []
				: [{ blockId: id, position, at: position / last, speaker, emotionId, source, valence, arousal }],
	);
}

function coverageOf(blocks: readonly ArcBlock[], raw: readonly RawPoint[]): Coverage {
	const tagged = blocks.filter((block) => block.emotionId !== null);
	return {
		blocks: blocks.length,
		tagged: tagged.length,
		suggested: tagged.filter((block) => block.source === "suggestion").length,
		placed: raw.length,
		share: blocks.length === 0 ? 0 : tagged.length / blocks.length,
	};
}

function nearestBlock(raw: readonly RawPoint[], at: number): { blockId: string; position: number } {
	const nearest = raw.reduce((best, point) =>
		Math.abs(point.at - at) < Math.abs(best.at - at) ? point : best,
	);
	return { blockId: nearest.blockId, position: nearest.position };
}

function tensionOver(curve: readonly CurvePoint[]): Arc["tension"] {
	const [first] = curve;
	if (!first) return null;
	const peak = curve.reduce((most, point) => (tensionOf(point) > tensionOf(most) ? point : most), first);
	const mean = curve.reduce((sum, point) => sum + tensionOf(point), 0) / curve.length;
	return { mean, peak: { at: peak.at, value: tensionOf(peak) } };
}

function speakerArcs(
	blocks: readonly ArcBlock[],
	raw: readonly RawPoint[],
	points: number,
): DialogArc["speakers"] {
	const spoken = Map.groupBy(blocks, (block) => block.speaker);
	const placed = [...Map.groupBy(raw, (point) => point.speaker)].sort(
		([a, x], [b, y]) => y.length - x.length || a.localeCompare(b),
	);
	return placed.map(([speaker, own], rank) => ({
		speaker,
		blocks: spoken.get(speaker)?.length ?? 0,
		tagged: own.length,
		meanValence: own.reduce((sum, point) => sum + point.valence, 0) / own.length,
		smoothed: rank < MAX_SPEAKERS ? resample(smooth(own), Math.min(points, SPEAKER_CURVE_POINTS)) : [],
		dynamics: rank < MAX_SPEAKERS ? speakerDynamics(own) : null,
	}));
}
