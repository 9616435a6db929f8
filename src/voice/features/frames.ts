import quickselect from "quickselect";
import { FEATURE_SPEC } from "./feature-spec.ts";

/** For each frame, whether its level is within 35 dB of the 95th percentile of the given levels (dB). */
export function activeFrames(levels: Float32Array): boolean[] {
	const threshold = percentile(levels, 95) - FEATURE_SPEC.activeRange;
	return Array.from(levels, (level) => level > threshold);
}

/**
 * The p-th percentile (0 to 100) with linear interpolation, as in numpy.percentile. `values` is not modified and must
 * not be empty.
 */
export function percentile(values: Float32Array, p: number): number {
	const scratch = Array.from(values);
	const position = ((scratch.length - 1) * p) / 100;
	const below = Math.floor(position);
	quickselect(scratch, below);
	const low = scratch[below] ?? 0;
	if (position === below) return low;
	const next = scratch
		.slice(below + 1)
		.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
	return low + (next - low) * (position - below);
}

/** The mean; 0 if there are no values. */
export function meanOf(values: ArrayLike<number>): number {
	let sum = 0;
	for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
	return values.length ? sum / values.length : 0;
}

/** The population standard deviation; 0 if there are no values. */
export function deviationOf(values: ArrayLike<number>): number {
	const mean = meanOf(values);
	let squares = 0;
	for (let i = 0; i < values.length; i++) squares += ((values[i] ?? 0) - mean) ** 2;
	return values.length ? Math.sqrt(squares / values.length) : 0;
}
