import { describe, expect, it } from "vitest";
import { differenceOfMeans } from "../../../../src/session-mood/interventions/statistics/means.ts";
import { differenceOfShares } from "../../../../src/session-mood/interventions/statistics/proportions.ts";
import { isSplitRight } from "../../../../src/session-mood/interventions/statistics/split-check.ts";

/** Sessions and successes, treated and held out; estimate, low, high, p, conclusive. Computed apart. */
const SHARES = [
	[20, 0, 20, 0, 0, -0.525479, 0.525479, 1, false],
	[20, 20, 20, 0, 1, 0.287254, 1, 0.003903, true],
	[90, 0, 20, 3, -0.15, -0.594799, 0.030843, 0.157402, false],
	[180, 72, 20, 2, 0.3, -0.163345, 0.510205, 0.306221, false],
	[450, 180, 50, 10, 0.2, -0.04265, 0.365349, 0.143571, false],
	[200, 80, 200, 50, 0.15, 0.005669, 0.290391, 0.036963, true],
	[500, 100, 500, 160, -0.12, -0.20321, -0.035999, 0.000671, true],
	[900, 810, 100, 75, 0.15, 0.028921, 0.30473, 0.003985, true],
	[9000, 2880, 1000, 300, 0.02, -0.029665, 0.066834, 1, false],
	[9500, 3040, 500, 110, 0.1, 0.036513, 0.155407, 0.000129, true],
] as const;

type Means = [
	...arm: [number, number, number, number, number, number, number, number, number, number],
	boolean,
];
const MEANS: Means[] = [
	[100, 250, 1400, 100, 220, 1000, 0.3, -0.877651, 1.477651, 1, false],
	[900, 1800, 9000, 100, 100, 250, 1, 0.229585, 1.770415, 0.003811, true],
	[2000, 3600, 24000, 2000, 2600, 20000, 0.5, 0.208545, 0.791455, 0.000004, true],
];

describe("the difference of two shares", () => {
	it.each(SHARES)("%d/%d and %d/%d", (n1, s1, n0, s0, estimate, low, high, p, isConclusive) => {
		const found = differenceOfShares({ sessions: n1, successes: s1 }, { sessions: n0, successes: s0 });
		expect(found?.estimate).toBeCloseTo(estimate, 6);
		expect(found?.interval[0]).toBeCloseTo(low, 5);
		expect(found?.interval[1]).toBeCloseTo(high, 5);
		expect(found?.pValue).toBeCloseTo(p, 5);
		expect(found?.isConclusive).toBe(isConclusive);
	});

	it("is not given below 20 sessions on a side", () => {
		expect(differenceOfShares({ sessions: 19, successes: 3 }, { sessions: 20, successes: 3 })).toBeNull();
	});

	it("is the negative of the difference the other way round", () => {
		const [a, b] = [
			{ sessions: 130, successes: 40 },
			{ sessions: 70, successes: 33 },
		] as const;
		const [there, back] = [differenceOfShares(a, b), differenceOfShares(b, a)];
		expect(there?.interval[0]).toBeCloseTo(-(back?.interval[1] ?? 0), 9);
		expect(there?.pValue).toBeCloseTo(back?.pValue ?? 0, 9);
	});
});

describe("the difference of two means", () => {
	const values = (sessions: number, sum: number, squares: number) => ({ sessions, sum, squares });
	it.each(MEANS)(
		"%d: %d, %d and %d: %d, %d",
		(n1, a1, b1, n0, a0, b0, estimate, low, high, p, conclusive) => {
			const found = differenceOfMeans(values(n1, a1, b1), values(n0, a0, b0));
			expect(found?.estimate).toBeCloseTo(estimate, 6);
			expect(found?.interval[0]).toBeCloseTo(low, 5);
			expect(found?.interval[1]).toBeCloseTo(high, 5);
			expect(found?.pValue).toBeCloseTo(p, 5);
			expect(found?.isConclusive).toBe(conclusive);
		},
	);

	it("is not given where one large value decides, or where there is none", () => {
		expect(differenceOfMeans(values(450, 450, 4500), values(50, 30, 200))).toBeNull();
		expect(differenceOfMeans(values(450, 0, 0), values(50, 0, 0))).toBeNull();
	});
});

it("a split that is off is noticed, and one by chance is not", () => {
	expect(isSplitRight(900, 100, 0.1)).toBe(true);
	expect(isSplitRight(9000, 1060, 0.1)).toBe(true);
	expect(isSplitRight(8500, 1500, 0.1)).toBe(false);
	expect(isSplitRight(40, 40, 0.1)).toBe(true);
});
