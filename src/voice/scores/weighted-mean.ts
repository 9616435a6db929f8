/** Mean of rows of one length, each counted by its weight. Weights are not negative and not all zero. */
export function weightedMean(rows: readonly (readonly number[])[], weights: readonly number[]): number[] {
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const mean = new Array<number>(rows[0]?.length ?? 0).fill(0);
	rows.forEach((row, i) => {
		const share = (weights[i] ?? 0) / total;
		row.forEach((value, k) => {
			mean[k] = (mean[k] ?? 0) + value * share;
		});
	});
	return mean;
}
