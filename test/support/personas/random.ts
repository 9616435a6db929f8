import { seededRandom } from "../../../src/seeded-random.ts";

/** Draws from the distributions that personas need: the same seed gives the same sessions on every machine. */
export interface PersonaRandom {
	/** Uniform in [0, 1). */
	unit(): number;
	/** Uniform in [from, to). */
	between(from: number, to: number): number;
	whole(from: number, to: number): number;
	/** Log-normal around a median; `spread` is the standard deviation of its logarithm. */
	around(median: number, spread?: number): number;
	chance(probability: number): boolean;
	pick<T>(weights: readonly (readonly [T, number])[]): T;
}

export function personaRandom(seed: number): PersonaRandom {
	const unit = seededRandom(seed);
	const between = (from: number, to: number) => from + (to - from) * unit();
	const normal = () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
	return {
		unit,
		between,
		whole: (from, to) => Math.floor(between(from, to + 1)),
		around: (median, spread = 0.5) => median * Math.exp(spread * normal()),
		chance: (probability) => unit() < probability,
		pick(weights) {
			let left = unit() * weights.reduce((sum, [, weight]) => sum + weight, 0);
			for (const [value, weight] of weights) {
				left -= weight;
				if (left < 0) return value;
			}
			const last = weights[weights.length - 1];
			if (last === undefined) throw new Error("Nothing to pick from");
			return last[0];
		},
	};
}
