import { EMOJI, type Emotion, type EmotionScore } from "../../emotions.ts";

/** Probabilities for display: whole percentages that sum to 100, highest first. */
export function emotionScores(
	emotions: readonly Emotion[],
	probabilities: readonly number[],
): EmotionScore[] {
	const percents = wholePercents(probabilities);
	return emotions
		.map((emotion, i) => ({ emoji: EMOJI[emotion], emotion, confidence: percents[i] ?? 0 }))
		.sort((a, b) => b.confidence - a.confidence);
}

/**
 * Sharpens the mean of `windows` rows of probabilities: raised to the power 1 + sharpness · ln(windows), then
 * normalised. Averaging windows makes the mean underconfident; the sharpness is fitted on held-out speakers
 * (models/training/evaluation/pooling.py).
 */
export function sharpened(mean: readonly number[], windows: number, sharpness: number): number[] {
	const highest = Math.max(...mean);
	const raised = mean.map((value) => (value / highest) ** (1 + sharpness * Math.log(windows)));
	const sum = raised.reduce((total, value) => total + value, 0);
	return raised.map((value) => value / sum);
}

/** Weighted mean of rows of equal length. Weights must be non-negative and not all zero. */
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

/**
 * Whole percentages that sum to exactly 100, by the largest remainder method (Hamilton): each share is rounded down,
 * and the rest goes to the largest remainders, ties in order. `shares` must be non-negative and not all zero.
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

/**
 * Temperature-scaled softmax: softmax(logits / temperature). A temperature above 1 lowers confidence. Source: Guo et
 * al., "On Calibration of Modern Neural Networks" (2017).
 */
export function softmax(logits: readonly number[], temperature: number): number[] {
	const highest = Math.max(...logits);
	const exponentials = logits.map((logit) => Math.exp((logit - highest) / temperature));
	const sum = exponentials.reduce((total, value) => total + value, 0);
	return exponentials.map((value) => value / sum);
}
