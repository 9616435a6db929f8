import { describe, expect, it } from "vitest";
import { explain } from "../../../src/session-mood/engine/explain.ts";
import { emptyState, fold, settle } from "../../../src/session-mood/engine/fold.ts";
import { readMood } from "../../../src/session-mood/engine/read.ts";
import type { MoodEvent, MoodModel } from "../../../src/session-mood/engine/types.ts";
import { intent } from "../../../src/session-mood/models/intent.ts";
import { START, spaced } from "./events.ts";

const stateAfter = (events: readonly MoodEvent[], model: MoodModel = intent) =>
	fold(model, emptyState(), events);

describe("explain", () => {
	const state = stateAfter([
		{ type: "error", ts: START },
		{ type: "error", ts: START + 30 },
		{ type: "page_view", ts: START + 180, url: "/help" },
	]);
	const explanation = explain(intent, state);
	const signal = (id: string) => explanation.signals.find((candidate) => candidate.id === id);

	it("says of which instant and how many events it speaks", () => {
		expect(explanation).toMatchObject({ model: "intent", as_of: START + 180, event_count: 3 });
		expect(explain(intent, emptyState())).toMatchObject({ as_of: null, event_count: 0, signals: [] });
	});

	it("gives for a signal its occurrences, decayed by its half-life", () => {
		expect(signal("error_seen")).toMatchObject({
			occurrences: 2,
			half_life_s: 180,
			weights: { frustrated: expect.any(Number) },
		});
		expect(signal("error_seen")?.value).toBeCloseTo(2 ** (-180 / 180) + 2 ** (-150 / 180), 12);
		// Nobody acted for them, so the second counts little.
		expect(signal("repeated_errors")?.value).toBeCloseTo(0.12 * 2 ** (-150 / 120), 12);
	});

	it("gives the events that made it, with what is left of each", () => {
		expect(signal("error_seen")?.recent).toEqual([
			{ type: "error", ts: START, magnitude: 1, decay: expect.closeTo(0.5, 12) },
			{ type: "error", ts: START + 30, magnitude: 1, decay: expect.closeTo(2 ** (-5 / 6), 12) },
		]);
	});

	it("gives the threshold and its source, and leaves out signals that did not occur", () => {
		expect(signal("repeated_errors")?.threshold).toContain("60 s");
		expect(signal("repeated_errors")?.source).toBe("Our own choice");
		expect(explanation.signals.map(({ id }) => id)).toEqual(["error_seen", "repeated_errors", "page_views"]);
	});

	it("adds up: the contributions are the scores, and the shares are one", () => {
		for (const { mood, score } of explanation.scores) {
			const contributed = explanation.signals.reduce(
				(sum, { contributions }) => sum + (contributions[mood] ?? 0),
				0,
			);
			expect(contributed).toBeCloseTo(score, 12);
		}
		expect(explanation.scores.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
	});

	it("agrees with the reading", () => {
		const events = stateAfter(spaced(["error", "error", "rage_click", "scroll", "error"]));
		const reading = readMood(intent, events);
		const { scores, probability } = explain(intent, events);
		expect([...scores].sort((a, b) => b.score - a.score)[0]?.mood).toBe(reading.mood);
		expect(probability).toBe(reading.confidence);
	});

	it("lists the latest five events of a signal and counts all", () => {
		const clicks = explain(intent, stateAfter(spaced(Array(40).fill("click")))).signals.find(
			({ id }) => id === "clicks",
		);
		expect(clicks?.occurrences).toBe(40);
		expect(clicks?.recent.map(({ ts }) => ts)).toEqual([70, 72, 74, 76, 78].map((at) => START + at));
	});

	it("has no events left to show after retention, but the same scores", () => {
		const settled = explain(intent, settle(intent, state));
		expect(settled.scores).toEqual(explanation.scores);
		expect(settled.signals.flatMap(({ recent }) => recent)).toEqual([]);
	});
});

describe("a third model", () => {
	/** Data and nothing else: its own types, moods and signals. */
	const kitchen: MoodModel = {
		id: "kitchen",
		meaning: "How the cooking goes",
		revision: 1,
		types: ["stir", "taste", "smoke"],
		moods: [
			{ mood: "alarmed", meaning: "something burns", suggested_action: "open_window" },
			{ mood: "careful", meaning: "tasting", suggested_action: "no_action" },
			{ mood: "neutral", meaning: "too little to tell", suggested_action: "no_action" },
		],
		signals: [
			{
				id: "much_smoke",
				meaning: "Smoke again and again",
				from: { kind: "burst", event: "smoke", count: 3, withinMs: 5000 },
				halfLife: 60,
				weights: { alarmed: 3 },
				threshold: "3 within 5 s",
				source: "Our own choice",
			},
			{
				id: "seasoning",
				meaning: "Tasting after stirring",
				from: { kind: "sequence", first: ["stir"], next: ["taste"], minMs: 0, maxMs: 3000 },
				halfLife: 60,
				weights: { careful: 1 },
				threshold: "Within 3 s",
				source: "Our own choice",
			},
		],
		neutral: { minEvents: 3, fewEvents: 5, minConfidence: 0.5 },
		calibration: { temperature: 1, intercept: 0, slope: 1 },
	};

	it("needs no code", () => {
		expect(readMood(kitchen, stateAfter(spaced(["smoke", "smoke", "smoke", "smoke"], 1), kitchen))).toEqual({
			mood: "alarmed",
			confidence: 0.99,
			signals: ["much_smoke"],
			suggested_action: "open_window",
		});
		const calm = stateAfter(spaced(["stir", "taste", "stir", "taste", "click"], 1), kitchen);
		expect(calm.count).toBe(4);
		expect(readMood(kitchen, calm)).toMatchObject({ mood: "careful", signals: ["seasoning"] });
	});
});
