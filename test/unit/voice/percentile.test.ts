import { array, assert, double, property } from "fast-check";
import { expect, it } from "vitest";
import { percentile } from "../../../src/voice/features/frames.ts";

/** numpy.percentile, as its documentation defines "linear", on sorted values. */
function sortedPercentile(values: number[], p: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	const position = ((sorted.length - 1) * p) / 100;
	const below = sorted[Math.floor(position)] ?? 0;
	return below + ((sorted[Math.ceil(position)] ?? 0) - below) * (position - Math.floor(position));
}

it("interpolates between neighbours", () => {
	expect(percentile(Float32Array.of(4, 1, 3, 2), 50)).toBe(2.5);
	expect(percentile(Float32Array.of(1, 2, 3, 4), 95)).toBeCloseTo(3.85);
	expect(percentile(Float32Array.of(7), 99)).toBe(7);
});

it("agrees with sorting", () => {
	const values = array(double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 200 });
	assert(
		property(values, double({ min: 0, max: 100, noNaN: true }), (list, p) => {
			const floats = Float32Array.from(list);
			expect(percentile(floats, p)).toBeCloseTo(sortedPercentile(Array.from(floats), p), 6);
		}),
	);
});

it("leaves its input as it was", () => {
	const values = Float32Array.of(3, 1, 2);
	percentile(values, 95);
	expect(values).toEqual(Float32Array.of(3, 1, 2));
});
