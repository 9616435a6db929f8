/** Returns a number in [0, 1). */
export type Random = () => number;

/**
 * The mulberry32 generator (T. Ettinger, 2017). The same seed gives the same sequence, so the same journal or dialog
 * always has the same p-value.
 */
export function seededRandom(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** Shuffles in place, uniformly (Fisher–Yates). */
export function shuffle(items: Uint32Array | Float64Array, random: Random): void {
	for (let i = items.length - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		const held = items[i] ?? 0;
		items[i] = items[j] ?? 0;
		items[j] = held;
	}
}
