import { describe, expect, it } from "vitest";
import { correlateActivities } from "../../../src/journal/insights/correlate-activities.ts";
import { seededRandom } from "../../../src/seeded-random.ts";
import { journalWithEffect, journalWithoutEffects, shareOf } from "../../support/simulated-journal.ts";

/** The true share is about 4 %; so many journals tell it from 5 % by two standard errors or more. */
const JOURNALS = { 30: 1500, 90: 600 };

describe("what is claimed about activities", () => {
	const people = [
		{ name: "independent days", carried: 0, stickiness: 0 },
		{ name: "moods that carry over", carried: 0.5, stickiness: 0 },
		{ name: "moods and habits that come in stretches", carried: 0.5, stickiness: 0.5 },
		{ name: "long stretches", carried: 0.7, stickiness: 0.7 },
	];
	for (const days of [30, 90] as const) {
		it.each(people)(`shows at most 5 % of people a false insight: ${days} days, $name`, (person) => {
			const random = seededRandom(2026 + days);
			const isFooled = () =>
				correlateActivities(journalWithoutEffects(random, { days, activities: 8, ...person })).some(
					({ significant }) => significant,
				);
			expect(shareOf(JOURNALS[days], isFooled)).toBeLessThanOrEqual(0.05);
		});
	}

	it("finds an effect of 0.8 standard deviations on 30 days against 30 in at least 80 %", () => {
		const random = seededRandom(80);
		const isFound = () => correlateActivities(journalWithEffect(random, 0.8))[0]?.significant === true;
		expect(shareOf(2000, isFound)).toBeGreaterThanOrEqual(0.8);
	});

	it("gives an interval that holds the true difference in about 95 %", () => {
		const random = seededRandom(95);
		const isHeld = () => {
			const [found] = correlateActivities(journalWithEffect(random, 0));
			return found?.interval != null && found.interval.low <= 0 && found.interval.high >= 0;
		};
		const share = shareOf(2000, isHeld);
		expect(share).toBeGreaterThan(0.935);
		expect(share).toBeLessThan(0.965);
	});

	it("keeps about 95 % when moods and habits come in stretches", () => {
		const random = seededRandom(96);
		const share = shareOf(1000, () => {
			const journal = journalWithoutEffects(random, {
				days: 90,
				activities: 1,
				carried: 0.5,
				stickiness: 0.5,
			});
			const interval = correlateActivities(journal)[0]?.interval;
			return !interval || (interval.low <= 0 && interval.high >= 0);
		});
		expect(share).toBeGreaterThan(0.92);
	});
});
