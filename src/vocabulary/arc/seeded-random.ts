/** Numbers in 0 … 1 from a seed (mulberry32), so that the same dialog always has the same p-value. */
export function seededRandom(seed: number): () => number {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** Fisher and Yates, in place. */
export function shuffle(values: Float64Array, random: () => number): void {
	for (let i = values.length - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		const kept = values[i] ?? 0;
		values[i] = values[j] ?? 0;
		values[j] = kept;
	}
}
