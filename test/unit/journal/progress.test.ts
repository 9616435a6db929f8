import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayNumber } from "../../../src/journal/days/calendar-day.ts";
import {
	activityName,
	insightInWords,
	nothingInWords,
} from "../../../src/journal/insights/insight-in-words.ts";
import { LANGUAGES } from "../../../src/journal/language.ts";
import {
	moodCounts,
	moodDistribution,
	weekdayDistribution,
	yearInPixels,
} from "../../../src/journal/progress/distributions.ts";
import { summarise } from "../../../src/journal/progress/summarise.ts";
import { weekInWords } from "../../../src/journal/progress/week-in-words.ts";

const today = "2026-03-10";
const anyEntries = fc
	.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 120 })
	.chain((ago) =>
		fc.tuple(
			...ago
				.toSorted((a, b) => b - a)
				.map((days) =>
					fc.constantFrom("😊", "😌", "😢", "🤖").map((emoji) => ({ date: addDays(today, -days), emoji })),
				),
		),
	);
const total = (counts: Record<string, number>) =>
	Object.values(counts).reduce((sum, count) => sum + count, 0);

describe("progress", () => {
	it("counts every entry once, whichever way it is counted", () => {
		fc.assert(
			fc.property(anyEntries, (entries) => {
				expect(total(moodCounts(entries))).toBe(entries.length);
				expect(moodDistribution(entries).reduce((sum, { count }) => sum + count, 0)).toBe(entries.length);
				expect(
					Object.values(weekdayDistribution(entries)).reduce((sum, counts) => sum + total(counts), 0),
				).toBe(entries.length);
				const pixels = [2025, 2026].flatMap((year) => yearInPixels(year, entries).flat());
				expect(pixels.filter(({ emoji }) => emoji !== null)).toHaveLength(entries.length);
			}),
		);
	});

	it("gives whole percents that are off by rounding only, most frequent first", () => {
		fc.assert(
			fc.property(anyEntries, (entries) => {
				const shares = moodDistribution(entries);
				expect(shares.map(({ count }) => count)).toEqual(
					shares.map(({ count }) => count).toSorted((a, b) => b - a),
				);
				for (const { count, percentage } of shares) {
					expect(Number.isInteger(percentage)).toBe(true);
					expect(Math.abs(percentage - (100 * count) / entries.length)).toBeLessThanOrEqual(0.5);
				}
			}),
		);
	});

	it("has 365 or 366 pixels in a year, in order", () => {
		fc.assert(
			fc.property(fc.integer({ min: 1900, max: 2199 }), (year) => {
				const dates = yearInPixels(year, [])
					.flat()
					.map(({ date }) => date);
				expect(dates).toHaveLength(dayNumber(`${year}-12-31`) - dayNumber(`${year}-01-01`) + 1);
				expect(dates.toSorted()).toEqual(dates);
			}),
		);
	});

	it("sums up the days asked for and no others", () => {
		fc.assert(
			fc.property(anyEntries, fc.integer({ min: 1, max: 400 }), (entries, days) => {
				const summary = summarise(entries, [], { today, days, language: "en" });
				const recent = entries.filter(({ date }) => dayNumber(today) - dayNumber(date) < days);
				expect(summary.totalEntries).toBe(recent.length);
				expect(summary.hasEnoughData).toBe(recent.length >= 10);
				expect(summary.longestStreak).toBeGreaterThanOrEqual(summary.streakDays);
			}),
		);
	});
});

describe("in words", () => {
	const week = { days: 5, most: { emoji: "😊", count: 3, percentage: 60 }, level: 6.44, levelBefore: 5.6 };

	it("compares the week with the one before", () => {
		expect(weekInWords(week, "en")).toBe(
			"In the last 7 days you made 5 entries, most often 😊 (3 of 5). Your average mood level was 6.4 of 9, 0.8 higher than in the week before.",
		);
		expect(weekInWords({ ...week, levelBefore: 6.4 }, "en")).toContain("about the same");
		expect(weekInWords({ ...week, days: 1 }, "en")).toContain("1 entry,");
		for (const language of LANGUAGES) {
			expect(weekInWords(week, language)).toContain("0.8");
			expect(weekInWords({ ...week, levelBefore: undefined }, language)).not.toContain("0.8");
		}
	});

	it("tells a finding as what goes together, with its days, in every language", () => {
		const finding = {
			activityKey: "exercise",
			label: "Exercise",
			icon: "🏃",
			daysWith: 23,
			daysWithout: 41,
			delta: 1.24,
		};
		const together = {
			en: "does not show that one leads to the other",
			hi: "साबित नहीं होता",
			gu: "સાબિત થતું નથી",
		};
		const higherLower = { en: ["higher", "lower"], hi: ["ऊँचा", "नीचा"], gu: ["ઊંચો", "નીચો"] };
		for (const language of LANGUAGES) {
			const higher = insightInWords(finding, language);
			for (const part of [
				"23",
				"41",
				"1.2",
				"🏃",
				activityName("exercise", "Exercise", language),
				together[language],
			]) {
				expect(higher).toContain(part);
			}
			expect(higher).toContain(higherLower[language][0]);
			expect(insightInWords({ ...finding, delta: -1.24 }, language)).toContain(higherLower[language][1]);
			expect(nothingInWords(12, language)).toContain("12");
		}
	});

	it("has a name in Hindi and Gujarati for every seeded activity", () => {
		const keys =
			"exercise social work family relaxing reading music gaming cooking creative shopping walking sports sleep";
		for (const key of keys.split(" ")) {
			expect(activityName(key, "?", "hi"), key).toMatch(/^\p{Script=Devanagari}/u);
			expect(activityName(key, "?", "gu"), key).toMatch(/^\p{Script=Gujarati}/u);
		}
		expect(activityName("new", "New", "gu")).toBe("New");
	});
});
