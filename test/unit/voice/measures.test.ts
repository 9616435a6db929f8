import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	accuracy,
	expectedCalibrationError,
	type Outcome,
	unweightedAverageRecall,
} from "../../support/measures.ts";

const outcome = (emotion: string, proposed: string, confidence = 0.5): Outcome => ({
	emotion,
	proposed,
	confidence,
});
const times = (count: number, of: Outcome) => Array.from({ length: count }, () => of);
const outcomes = fc.array(
	fc.record({
		emotion: fc.constantFrom("happy", "sad", "calm"),
		proposed: fc.constantFrom("happy", "sad", "calm"),
		confidence: fc.double({ min: 0, max: 1, noNaN: true }),
	}),
	{ minLength: 1 },
);

describe("unweighted average recall", () => {
	it("counts an emotion once, however many recordings have it", () => {
		const heard = [...times(9, outcome("happy", "happy")), outcome("sad", "happy")];
		expect(accuracy(heard)).toBeCloseTo(0.9, 12);
		expect(unweightedAverageRecall(heard)).toBe(0.5);
	});

	it("asks only for the emotions that are present", () => {
		expect(unweightedAverageRecall([outcome("sad", "sad")])).toBe(1);
		expect(unweightedAverageRecall([outcome("sad", "happy")])).toBe(0);
	});

	it("lies between 0 and 1 and does not depend on the order", () => {
		fc.assert(
			fc.property(outcomes, (heard) => {
				const recall = unweightedAverageRecall(heard);
				expect(recall).toBeGreaterThanOrEqual(0);
				expect(recall).toBeLessThanOrEqual(1);
				expect(unweightedAverageRecall(heard.toReversed())).toBeCloseTo(recall, 12);
			}),
		);
	});
});

describe("expected calibration error", () => {
	it("is nothing when as many are right as was said", () => {
		const heard = [...times(4, outcome("sad", "sad", 0.8)), outcome("sad", "happy", 0.8)];
		expect(expectedCalibrationError(heard)).toBeCloseTo(0, 12);
	});

	it("weighs the gap of each bin by how many are in it", () => {
		const sure = times(3, outcome("sad", "happy", 0.9));
		const unsure = [outcome("sad", "sad", 0.3)];
		expect(expectedCalibrationError([...sure, ...unsure])).toBeCloseTo((3 * 0.9 + 0.7) / 4, 12);
	});

	it("has fifteen bins, each with its upper edge", () => {
		const inOneBin = [outcome("sad", "sad", 0.55), outcome("sad", "happy", 9 / 15)];
		expect(expectedCalibrationError(inOneBin)).toBeCloseTo((0.55 + 0.6) / 2 - 0.5, 12);
		const inTwoBins = [outcome("sad", "sad", 0.55), outcome("sad", "happy", 9 / 15 + 1e-6)];
		expect(expectedCalibrationError(inTwoBins)).toBeCloseTo((0.45 + 0.6) / 2, 5);
	});

	it("has room for the surest and for the least sure", () => {
		expect(expectedCalibrationError([outcome("sad", "happy", 1)])).toBe(1);
		expect(expectedCalibrationError([outcome("sad", "happy", 0)])).toBe(0);
	});

	it("is at least what confidence and accuracy differ by on the whole, and at most 1", () => {
		fc.assert(
			fc.property(outcomes, (heard) => {
				const said = heard.reduce((sum, { confidence }) => sum + confidence, 0) / heard.length;
				const error = expectedCalibrationError(heard);
				expect(error).toBeGreaterThanOrEqual(Math.abs(said - accuracy(heard)) - 1e-9);
				expect(error).toBeLessThanOrEqual(1);
			}),
		);
	});
});
