/** Mood levels on days, oldest first. `days` are day numbers (days since 1970). */
export interface LevelSeries {
	days: Int32Array;
	levels: Float64Array;
}

/** Above this, the little that is left of the series says nothing reliable. */
const MOST_CARRIED_OVER = 0.95;

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
	return Math.min(MOST_CARRIED_OVER, Math.max(0, sampled + (1 + 3 * sampled) / n));
}

/**
 * Takes out of a series what carries over from the entry before (Prais and Winsten 1954, with gaps of g days
 * weakening it to ρ^g), so that under a first-order autoregressive mood what is left are independent shocks.
 * With ρ = 0 the series stays as it is.
 */
export function withoutCarryOver(series: Float64Array, days: Int32Array, rho: number): Float64Array {
	const innovation = 1 - rho * rho;
	return series.map((value, i) => {
		if (i === 0) return Math.sqrt(innovation) * value;
		const kept = rho ** ((days[i] ?? 0) - (days[i - 1] ?? 0));
		return Math.sqrt(innovation / (1 - kept * kept)) * (value - kept * (series[i - 1] ?? 0));
	});
}

/** The variance of Σ cᵢ·yᵢ for a unit-variance series of that carry-over. */
export function varianceOfContrast(contrast: Float64Array, days: Int32Array, rho: number): number {
	let carried = 0;
	let variance = 0;
	contrast.forEach((weight, i) => {
		if (i > 0) carried = (carried + (contrast[i - 1] ?? 0)) * rho ** ((days[i] ?? 0) - (days[i - 1] ?? 0));
		variance += weight * weight + 2 * weight * carried;
	});
	return variance;
}
