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
		const readings = [...times(9, outcome("happy", "happy")), outcome("sad", "happy")];
		expect(accuracy(readings)).toBeCloseTo(0.9, 12);
		expect(unweightedAverageRecall(readings)).toBe(0.5);
	});

	it("asks only for the emotions that are present", () => {
		expect(unweightedAverageRecall([outcome("sad", "sad")])).toBe(1);
		expect(unweightedAverageRecall([outcome("sad", "happy")])).toBe(0);
	});

	it("lies between 0 and 1 and does not depend on the order", () => {
		fc.assert(
			fc.property(outcomes, (readings) => {
				const recall = unweightedAverageRecall(readings);
				expect(recall).toBeGreaterThanOrEqual(0);
				expect(recall).toBeLessThanOrEqual(1);
				expect(unweightedAverageRecall(readings.toReversed())).toBeCloseTo(recall, 12);
			}),
		);
	});
});

describe("expected calibration error", () => {
	it("is nothing when as many are right as was said", () => {
		const readings = [...times(4, outcome("sad", "sad", 0.8)), outcome("sad", "happy", 0.8)];
		expect(expectedCalibrationError(readings)).toBeCloseTo(0, 12);
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
			fc.property(outcomes, (readings) => {
				const said = readings.reduce((sum, { confidence }) => sum + confidence, 0) / readings.length;
				const error = expectedCalibrationError(readings);
				expect(error).toBeGreaterThanOrEqual(Math.abs(said - accuracy(readings)) - 1e-9);
				expect(error).toBeLessThanOrEqual(1);
			}),
		);
	});
});
