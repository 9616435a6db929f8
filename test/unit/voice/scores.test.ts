import { array, assert, double, property } from "fast-check";
import { expect, it } from "vitest";
import { EMOTIONS } from "../../../src/emotions.ts";
import {
	emotionScores,
	sharpened,
	softmax,
	weightedMean,
	wholePercents,
} from "../../../src/voice/scores/emotion-scores.ts";

const shares = array(double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }).filter(
	(list) => list.reduce((sum, share) => sum + share, 0) > 1e-6,
);
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

it("gives whole percents that sum to 100 and are never a point off", () => {
	assert(
		property(shares, (list) => {
			const percents = wholePercents(list);
			expect(sumOf(percents)).toBe(100);
			for (const [i, percent] of percents.entries()) {
				expect(Number.isInteger(percent)).toBe(true);
				expect(Math.abs(percent - ((list[i] ?? 0) / sumOf(list)) * 100)).toBeLessThan(1);
			}
		}),
	);
});

it("gives the points left over to the largest remainders", () => {
	expect(wholePercents([1, 1, 1])).toEqual([34, 33, 33]);
	expect(wholePercents([0.125, 0.125, 0.125, 0.125, 0.125, 0.125, 0.125, 0.125])).toEqual([
		13, 13, 13, 13, 12, 12, 12, 12,
	]);
	expect(wholePercents([0.9, 0.05, 0.034, 0.016])).toEqual([90, 5, 3, 2]);
});

it("lists all eight emotions with their emoji, highest first", () => {
	const scores = emotionScores(EMOTIONS, [0.1, 0.02, 0.5, 0.03, 0.05, 0.2, 0.04, 0.06]);
	expect(scores[0]).toEqual({ emoji: "😐", emotion: "neutral", confidence: 50 });
	expect(scores.map(({ confidence }) => confidence)).toEqual([50, 20, 10, 6, 5, 4, 3, 2]);
	expect(new Set(scores.map(({ emotion }) => emotion))).toEqual(new Set(EMOTIONS));
});

it("counts each window by its weight", () => {
	expect(
		weightedMean(
			[
				[1, 0],
				[0, 1],
			],
			[3, 1],
		),
	).toEqual([0.75, 0.25]);
	expect(weightedMean([[0.2, 0.8]], [1e-9])).toEqual([0.2, 0.8]);
});

it("makes many windows surer than one, and keeps order and sum", () => {
	const mean = [0.5, 0.3, 0.2];
	expect(sharpened(mean, 1, 0.4)).toEqual(mean);
	expect(sharpened(mean, 20, 0)).toEqual(mean);
	const sure = sharpened(mean, 20, 0.4);
	expect(sure[0]).toBeCloseTo(0.5 ** 2.1983 / (0.5 ** 2.1983 + 0.3 ** 2.1983 + 0.2 ** 2.1983), 4);
	expect(sure.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
	expect(sure.toSorted((a, b) => b - a)).toEqual(sure);
	expect(sharpened([1, 0, 0], 20, 0.4)).toEqual([1, 0, 0]);
});

it("turns logits into probabilities and takes confidence away above temperature 1", () => {
	expect(softmax([0, 0], 1)).toEqual([0.5, 0.5]);
	expect(softmax([1_000, 0], 1)).toEqual([1, 0]);
	const [sharp = 0, soft = 0] = [softmax([2, 0], 1)[0], softmax([2, 0], 2)[0]];
	expect(sharp).toBeCloseTo(1 / (1 + Math.exp(-2)), 12);
	expect(soft).toBeCloseTo(1 / (1 + Math.exp(-1)), 12);
});
