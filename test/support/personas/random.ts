/** A seeded source of randomness (mulberry32): the same seed gives the same sessions on every machine. */
export interface Random {
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

export function seededRandom(seed: number): Random {
	let state = seed >>> 0;
	const unit = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), state | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
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
