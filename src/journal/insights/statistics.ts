/** Mood levels on days, oldest first. `days` are day numbers (days since 1970). */
export interface LevelSeries {
	days: Int32Array;
	levels: Float64Array;
}

/** Above this, the little that is left of the series says nothing reliable. */
const MAX_CARRIED_OVER = 0.95;

/**
 * How much of a day's mood carries over to the next, 0 to 0.95: the lag-1 autocorrelation of entries that are one
 * day apart. The sample value is too low by about (1 + 3ρ)/n (Kendall 1954), which is added back.
 */
export function carryOver({ days, levels }: LevelSeries): number {
	const n = levels.length;
	const mean = levels.reduce((sum, level) => sum + level, 0) / n;
	let products = 0;
	let pairs = 0;
	let squares = 0;
	for (let i = 0; i < n; i++) {
		const deviation = (levels[i] ?? 0) - mean;
		squares += deviation * deviation;
		if (i === 0 || (days[i] ?? 0) - (days[i - 1] ?? 0) !== 1) continue;
		products += deviation * ((levels[i - 1] ?? 0) - mean);
		pairs += 1;
	}
	if (squares === 0 || pairs < 3) return 0;
	const sampled = products / pairs / (squares / n);
	return Math.min(MAX_CARRIED_OVER, Math.max(0, sampled + (1 + 3 * sampled) / n));
}

/** What carries over from each entry's predecessor, by entry. */
export interface Carried {
	/** The share of the predecessor's value: ρ^g after a gap of g days; 0 for the first entry. */
	kept: Float64Array;
	/** The factor that gives what is left the variance of an independent shock. */
	scale: Float64Array;
}

export function carriedOver(days: Int32Array, rho: number): Carried {
	const innovation = 1 - rho * rho;
	const kept = new Float64Array(days.length);
	const scale = new Float64Array(days.length).fill(Math.sqrt(innovation), 0, 1);
	for (let i = 1; i < days.length; i++) {
		const share = rho ** ((days[i] ?? 0) - (days[i - 1] ?? 0));
		kept[i] = share;
		scale[i] = Math.sqrt(innovation / (1 - share * share));
	}
	return { kept, scale };
}

/**
 * Takes out of a series what carries over from the entry before (Prais and Winsten 1954, with gaps of g days
 * weakening it to ρ^g), so that under a first-order autoregressive mood what is left are independent shocks.
 * With ρ = 0 the series stays as it is.
 */
export function withoutCarryOver(series: Float64Array, { kept, scale }: Carried): Float64Array {
	const left = new Float64Array(series.length);
	for (let i = 0; i < series.length; i++)
		left[i] = (scale[i] ?? 0) * ((series[i] ?? 0) - (kept[i] ?? 0) * (series[i - 1] ?? 0));
	return left;
}

/** The variance of Σ cᵢ·yᵢ for a unit-variance series of that carry-over. */
export function varianceOfContrast(contrast: Float64Array, { kept }: Carried): number {
	let carried = 0;
	let variance = 0;
	for (let i = 0; i < contrast.length; i++) {
		const weight = contrast[i] ?? 0;
		carried = (carried + (contrast[i - 1] ?? 0)) * (kept[i] ?? 0);
		variance += weight * weight + 2 * weight * carried;
	}
	return variance;
}

/**
 * Which of several findings may be told so that, in the long run, at most the share `rate` of those told is false;
 * where there is nothing to find, at most that share of people is told anything at all (Benjamini and Hochberg
 * 1995). Answers in the order of the p-values.
 */
export function discoveries(pValues: readonly number[], rate: number): boolean[] {
	const ranked = pValues.toSorted((a, b) => a - b);
	const last = ranked.findLastIndex((p, i) => p <= (rate * (i + 1)) / ranked.length);
	const limit = ranked[last] ?? -1;
	return pValues.map((p) => p <= limit);
}

/**
 * The 97.5 % quantile of Student's t with `freedom` degrees (not necessarily whole): half the width of a 95 %
 * interval in standard errors. Cornish–Fisher expansion (Abramowitz and Stegun 26.7.5) from 8 degrees on, error
 * under 1e-3; below that, between the tabled values.
 */
export function tQuantile975(freedom: number): number {
	if (freedom < SMALL.length) return betweenTabled(Math.max(1, freedom));
	const z = 1.959963985;
	const z3 = z ** 3;
	const z5 = z ** 5;
	const first = (z3 + z) / 4;
	const second = (5 * z5 + 16 * z3 + 3 * z) / 96;
	const third = (3 * z ** 7 + 19 * z5 + 17 * z3 - 15 * z) / 384;
	return z + first / freedom + second / freedom ** 2 + third / freedom ** 3;
}

/** For 1 to 8 degrees of freedom. */
const SMALL = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306];

function betweenTabled(freedom: number): number {
	const below = Math.floor(freedom);
	const low = SMALL[below - 1] ?? 0;
	return low + (freedom - below) * ((SMALL[below] ?? low) - low);
}
