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
