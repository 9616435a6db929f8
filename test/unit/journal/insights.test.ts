import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correlateActivities } from "../../../src/journal/insights/correlate-activities.ts";
import {
	comparisonsOf,
	MAX_PERMUTED_DAYS,
	permutationTest,
	twoSidedNormal,
} from "../../../src/journal/insights/permutation-test.ts";
import { discoveries, tQuantile975 } from "../../../src/journal/insights/statistics.ts";
import { seededRandom } from "../../../src/seeded-random.ts";
import {
	gaussian,
	journalWithEffect,
	journalWithoutEffects,
	shareOf,
} from "../../support/simulated-journal.ts";

describe("what is claimed about activities", () => {
	it("claims nothing under five days on either side", () => {
		const entries = journalWithEffect(seededRandom(1), 5).filter(
			({ activities }, i, all) =>
				activities.length === 0 || all.slice(0, i).filter((day) => day.activities.length > 0).length < 4,
		);
		expect(correlateActivities(entries)).toMatchObject([
			{ daysWith: 4, significant: false, interval: null, pValue: null },
		]);
	});

	it("says the same about the same journal, whatever order activities are listed in", () => {
		const entries = journalWithoutEffects(seededRandom(3), {
			days: 60,
			activities: 5,
			carried: 0.3,
			stickiness: 0,
		});
		const turned = entries.map((day) => ({ ...day, activities: day.activities.toReversed() }));
		expect(correlateActivities(turned)).toEqual(correlateActivities(entries));
	});

	it("has nothing to say about no entries, about one mood only, and about what was done every day", () => {
		expect(correlateActivities([])).toEqual([]);
		const flat = journalWithoutEffects(seededRandom(4), {
			days: 40,
			activities: 3,
			carried: 0,
			stickiness: 0,
		});
		const found = correlateActivities(
			flat.map((day) => ({ ...day, level: 7, activities: [...day.activities, "work"] })),
		);
		expect(found.some(({ significant }) => significant)).toBe(false);
		expect(found.find(({ activityKey }) => activityKey === "work")).toMatchObject({
			delta: null,
			averageMood: 7,
		});
	});

	it("reads ten years of entries whole", () => {
		const entries = journalWithoutEffects(seededRandom(5), {
			days: 3650,
			activities: 14,
			carried: 0.4,
			stickiness: 0.3,
		});
		const found = correlateActivities(entries);
		expect(found).toHaveLength(14);
		expect(found.every(({ pValue }) => pValue !== null && pValue > 0 && pValue <= 1)).toBe(true);
	});
});

describe("the parts of the test", () => {
	it("agrees with its normal limit where it goes over to it", () => {
		const random = seededRandom(7);
		const n = MAX_PERMUTED_DAYS;
		const days = Int32Array.from({ length: n }, (_, i) => i);
		for (let round = 0; round < 5; round++) {
			const done = Float64Array.from({ length: n }, () => (random() < 0.3 ? 1 : 0));
			const levels = done.map((isDone) => gaussian(random) + 0.25 * isDone);
			const comparisons = comparisonsOf({ days, levels }, [done], 0);
			const [permuted = 0] = permutationTest(comparisons, random);
			const { moods = new Float64Array(), done: centred = new Float64Array() } = comparisons[0] ?? {};
			const product = moods.reduce((sum, mood, i) => sum + mood * (centred[i] ?? 0), 0);
			const squares = (values: Float64Array) => values.reduce((sum, value) => sum + value * value, 0);
			const z = Math.abs(product) / Math.sqrt((squares(moods) * squares(centred)) / (n - 1));
			expect(Math.abs(permuted - twoSidedNormal(z))).toBeLessThan(0.03);
		}
	});

	it("gives uniform p-values where there is nothing", () => {
		const random = seededRandom(11);
		const below = shareOf(600, () => {
			const levels = Float64Array.from({ length: 30 }, () => gaussian(random));
			const done = Float64Array.from({ length: 30 }, (_, i) => (i % 3 === 0 ? 1 : 0));
			const days = Int32Array.from({ length: 30 }, (_, i) => i);
			const [p = 1] = permutationTest(comparisonsOf({ days, levels }, [done], 0), random);
			return p <= 0.5;
		});
		expect(below).toBeGreaterThan(0.44);
		expect(below).toBeLessThan(0.56);
	});

	it("knows the normal tail and Student's quantiles", () => {
		expect(twoSidedNormal(1.959963985)).toBeCloseTo(0.05, 6);
		expect(twoSidedNormal(0)).toBeCloseTo(1, 6);
		for (const [freedom, quantile] of [
			[1, 12.706],
			[4, 2.776],
			[8, 2.306],
			[9, 2.262],
			[28, 2.048],
			[58, 2.002],
			[1e6, 1.96],
		] as const) {
			expect(tQuantile975(freedom), String(freedom)).toBeCloseTo(quantile, 2);
		}
	});

	it("follows Benjamini and Hochberg: the largest p under its line takes all smaller ones with it", () => {
		expect(discoveries([0.04, 0.001, 0.039, 0.5], 0.05)).toEqual([false, true, false, false]);
		expect(discoveries([0.03, 0.04, 0.02, 0.05], 0.05)).toEqual([true, true, true, true]);
		expect(discoveries([], 0.05)).toEqual([]);
	});

	it("never tells more at a stricter rate, and never a larger p without a smaller one", () => {
		const pValues = fc.array(fc.double({ min: 0.0001, max: 1, noNaN: true }), { maxLength: 14 });
		fc.assert(
			fc.property(pValues, (ps) => {
				const strict = discoveries(ps, 0.01);
				const loose = discoveries(ps, 0.05);
				const told = ps.filter((_, i) => loose[i]);
				const untold = ps.filter((_, i) => !loose[i]);
				expect(strict.every((isTold, i) => !isTold || loose[i])).toBe(true);
				expect(Math.max(0, ...told)).toBeLessThan(Math.min(1.1, ...untold));
			}),
		);
	});
});
