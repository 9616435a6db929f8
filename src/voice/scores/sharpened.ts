/**
 * A mean of `windows` rows of probabilities, made as sure as it is right: raised to 1 + sharpness · ln(windows), to a
 * sum of 1. A mean of windows that differ is less sure than each; the sharpness is fitted on held-out people
 * (models/training/pooling.py).
 */
export function sharpened(mean: readonly number[], windows: number, sharpness: number): number[] {
	const highest = Math.max(...mean);
	const raised = mean.map((value) => (value / highest) ** (1 + sharpness * Math.log(windows)));
	const sum = raised.reduce((total, value) => total + value, 0);
	return raised.map((value) => value / sum);
}
