/**
 * Whole percents that sum to exactly 100, by the largest remainder (Hamilton): everyone gets the floor, what is left
 * goes to the largest fractions, in order where they are equal. `shares` are not negative and not all zero.
 */
export function wholePercents(shares: readonly number[]): number[] {
	const total = shares.reduce((sum, share) => sum + share, 0);
	const exact = shares.map((share) => (share / total) * 100);
	const percents = exact.map(Math.floor);
	const left = 100 - percents.reduce((sum, percent) => sum + percent, 0);
	const byRemainder = exact
		.map((value, index) => ({ index, remainder: value - Math.floor(value) }))
		.sort((a, b) => b.remainder - a.remainder)
		.slice(0, left);
	for (const { index } of byRemainder) percents[index] = (percents[index] ?? 0) + 1;
	return percents;
}
