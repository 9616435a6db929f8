/** The mean; 0 of no values. */
export function meanOf(values: ArrayLike<number>): number {
	let sum = 0;
	for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
	return values.length ? sum / values.length : 0;
}

/** The standard deviation of all there is (population); 0 of no values. */
export function deviationOf(values: ArrayLike<number>): number {
	const mean = meanOf(values);
	let squares = 0;
	for (let i = 0; i < values.length; i++) squares += ((values[i] ?? 0) - mean) ** 2;
	return values.length ? Math.sqrt(squares / values.length) : 0;
}
