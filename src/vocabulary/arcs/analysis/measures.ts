import type { AffectPoint, ArcBlock } from "./types.ts";

/**
 * Tense arousal, 0 … 1: excited and unpleasant is 1, calm and pleasant 0. It is the diagonal of the circumplex
 * (Thayer 1989, The Biopsychology of Mood and Arousal).
 */
export const tensionOf = ({ valence, arousal }: Pick<AffectPoint, "valence" | "arousal">): number =>
	(arousal - valence + 2) / 4;

/**
 * Root mean square of successive differences of the valence, 0 … 2; null under two blocks.
 * Source: Jahng, Wood & Trull 2008, doi:10.1037/a0014173.
 */
export function volatilityOf(points: readonly AffectPoint[]): number | null {
	if (points.length < 2) return null;
	let squares = 0;
	for (let i = 1; i < points.length; i++)
		squares += ((points[i]?.valence ?? 0) - (points[i - 1]?.valence ?? 0)) ** 2;
	return Math.sqrt(squares / (points.length - 1));
}

export interface Share {
	id: string;
	blocks: number;
	/** Of the summed intensity of all blocks that have an emotion, 0 … 1. */
	share: number;
}

/** How much of the dialog each emotion (or category) takes, weighted by intensity, greatest first. */
export function sharesOf(blocks: readonly ArcBlock[], key: "emotionId" | "categoryId"): Share[] {
	const sums = new Map<string, { blocks: number; weight: number }>();
	for (const block of blocks) {
		const id = block[key];
		if (id === null) continue;
		const sum = sums.get(id) ?? { blocks: 0, weight: 0 };
		sums.set(id, { blocks: sum.blocks + 1, weight: sum.weight + block.intensity });
	}
	const total = [...sums.values()].reduce((sum, { weight }) => sum + weight, 0);
	return [...sums]
		.map(([id, { blocks: count, weight }]) => ({
			id,
			blocks: count,
			share: total === 0 ? 0 : weight / total,
		}))
		.sort((a, b) => b.share - a.share || b.blocks - a.blocks || a.id.localeCompare(b.id));
}
