import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alertInWords } from "../../../src/journal/alerts/alert-in-words.ts";
import {
	type AlertPattern,
	daysOfPattern,
	findConsecutiveLow,
	findSuddenDrop,
} from "../../../src/journal/alerts/patterns.ts";
import { type AlertReview, type KnownAlert, reviewAlerts } from "../../../src/journal/alerts/review.ts";
import { addDays } from "../../../src/journal/days/calendar-day.ts";
import { LANGUAGES } from "../../../src/journal/language.ts";
import type { CountedEntry } from "../../../src/journal/progress/distributions.ts";

const NOW = Date.UTC(2026, 0, 31);
const DAY = 86_400_000;
const anyEmoji = fc.constantFrom("😊", "😌", "😐", "😮", "😢", "😠", "😒", "😰", "🥰", "🤖");
const anyEntries = fc
	.array(fc.record({ gap: fc.integer({ min: 1, max: 3 }), emoji: anyEmoji }), { maxLength: 25 })
	.map((steps) => {
		let date = "2026-01-01";
		return steps.map(({ gap, emoji }): CountedEntry => {
			date = addDays(date, gap);
			return { date, emoji };
		});
	});
const rules = { threshold: 3, now: NOW };
const inRow = (emojis: string): CountedEntry[] =>
	[...emojis].map((emoji, i) => ({ date: addDays("2026-01-01", i), emoji }));

/** What the database holds after a review was carried out. */
function carriedOut(known: readonly KnownAlert[], review: AlertReview): KnownAlert[] {
	const restated = new Map(review.restate.map(({ id, pattern }) => [id, pattern]));
	return [
		...known
			.filter(({ id }) => !review.withdraw.includes(id))
			.map((alert) => ({ ...alert, pattern: restated.get(alert.id) ?? alert.pattern })),
		...review.raise.map((pattern) => ({
			id: `${pattern.alertType} ${daysOfPattern(pattern).last}`,
			detectedAt: NOW,
			isDismissed: false,
			pattern,
		})),
	];
}

describe("patterns", () => {
	it("find low days in a row up to the latest entry", () => {
		expect(findConsecutiveLow(inRow("😊😢😠😰"), 3)?.details).toEqual({
			consecutiveDays: 3,
			emotions: ["sad", "angry", "fearful"],
			dates: ["2026-01-02", "2026-01-03", "2026-01-04"],
		});
		expect(findConsecutiveLow(inRow("😢😢😢😊"), 3)).toBeUndefined();
		expect(findConsecutiveLow(inRow("😢😢"), 3)).toBeUndefined();
		expect(findConsecutiveLow([], 3)).toBeUndefined();
	});

	it("find at least the threshold of low days, each the day after the one before", () => {
		fc.assert(
			fc.property(anyEntries, fc.integer({ min: 3, max: 14 }), (entries, threshold) => {
				const found = findConsecutiveLow(entries, threshold);
				if (!found) return;
				const { dates, consecutiveDays } = found.details;
				expect(consecutiveDays).toBe(dates.length);
				expect(dates.length).toBeGreaterThanOrEqual(threshold);
				expect(dates.at(-1)).toBe(entries.at(-1)?.date);
				expect(dates).toEqual(dates.map((_, i) => addDays(dates[0] ?? "", i)));
			}),
		);
	});

	it("find a drop from happy or calm to sad or fearful only", () => {
		for (const from of "😊😌😐😮😢😠😒😰") {
			for (const to of "😊😌😐😮😢😠😒😰") {
				const isDrop = "😊😌".includes(from) && "😢😰".includes(to);
				expect(findSuddenDrop(inRow(from + to)) !== undefined, from + to).toBe(isDrop);
			}
		}
	});
});

describe("the review of alerts", () => {
	it("changes nothing the second time", () => {
		fc.assert(
			fc.property(anyEntries, (entries) => {
				const known = carriedOut([], reviewAlerts(entries, [], rules));
				expect(reviewAlerts(entries, known, rules)).toEqual({ withdraw: [], restate: [], raise: [] });
			}),
		);
	});

	it("leaves open only what the entries still show, after any change of them", () => {
		fc.assert(
			fc.property(
				anyEntries,
				fc.array(fc.tuple(fc.nat(24), anyEmoji), { maxLength: 10 }),
				(entries, changes) => {
					let known: KnownAlert[] = carriedOut([], reviewAlerts(entries, [], rules));
					let current = entries;
					for (const [at, emoji] of changes) {
						current = current.map((entry, i) => (i === at ? { ...entry, emoji } : entry));
						known = carriedOut(known, reviewAlerts(current, known, rules));
					}
					const emojis = new Map(current.map(({ date, emoji }) => [date, emoji]));
					for (const { pattern } of known) {
						if (pattern.alertType === "sudden_drop") {
							expect(emojis.get(pattern.details.fromDate)).toBe(pattern.details.fromEmoji);
							expect(emojis.get(pattern.details.toDate)).toBe(pattern.details.toEmoji);
						} else {
							expect(
								pattern.details.dates.every((date) => "😢😠😒😰".includes(emojis.get(date) ?? "x")),
							).toBe(true);
						}
					}
					expect(reviewAlerts(current, known, rules)).toEqual({ withdraw: [], restate: [], raise: [] });
				},
			),
			{ numRuns: 300 },
		);
	});

	it("raises no second alert while one is open and young, and does later", () => {
		const pattern = findConsecutiveLow(inRow("😢😢😢"), 3) as AlertPattern;
		const entries = inRow("😢😢😢😢");
		const raised = (age: number, isDismissed = false) =>
			reviewAlerts(entries, [{ id: "a", detectedAt: NOW - age, isDismissed, pattern }], rules).raise.length;
		expect(raised(7 * DAY - 1)).toBe(0);
		expect(raised(7 * DAY)).toBe(1);
		expect(raised(0, true)).toBe(1);
	});

	it("never tells again what was dismissed", () => {
		const entries = inRow("😊😢");
		const pattern = findSuddenDrop(entries) as AlertPattern;
		const known = [{ id: "a", detectedAt: NOW - 30 * DAY, isDismissed: true, pattern }];
		expect(reviewAlerts(entries, known, rules)).toEqual({ withdraw: [], restate: [], raise: [] });
	});
});

describe("alerts in words", () => {
	it.each(LANGUAGES)("say what was noticed and what may help: %s", (language) => {
		const low = alertInWords(findConsecutiveLow(inRow("😢😢😢"), 3) as AlertPattern, language);
		expect(low.message).toContain("3");
		expect(low.suggestions).toHaveLength(3);
		expect(low.suggestions.join()).toContain("14416");
		const drop = alertInWords(findSuddenDrop(inRow("😊😢")) as AlertPattern, language);
		expect(drop.message).toMatch(/😊.*😢/);
		expect(drop.message).toContain("2026-01-01");
		expect(drop.suggestions).toHaveLength(3);
	});
});
