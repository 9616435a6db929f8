import quickselect from "quickselect";

/**
 * The p-th percentile (0 to 100) with linear interpolation between neighbours, as numpy.percentile defines it.
 * `values` is not changed; it must hold at least one value.
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
