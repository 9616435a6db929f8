import { seededRandom } from "../../src/seeded-random.ts";
import type { ArcBlock } from "../../src/vocabulary/arcs/analysis/types.ts";

/** Blocks with these valences, one after another, by one speaker or by the ones named in turn. */
export const blocksOf = (
	valences: readonly (number | null)[],
	speakers: readonly string[] = ["A"],
): ArcBlock[] =>
	valences.map((valence, position) => ({
		id: `block-${position}`,
		position,
		speaker: speakers[position % speakers.length] ?? "A",
		emotionId: valence === null ? null : "emotion",
		categoryId: valence === null ? null : "category",
		valence,
		arousal: valence === null ? null : 0,
		intensity: 1,
		source: valence === null ? null : "tag",
	}));

/** Normal deviates from a seed (Box and Muller). */
export function gaussian(seed: number): () => number {
	const random = seededRandom(seed);
	return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
