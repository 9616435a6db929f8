import { describe, expect, it } from "vitest";
import { compile } from "../../../src/session-mood/engine/compile.ts";
import { explain } from "../../../src/session-mood/engine/explain.ts";
import { emptyState, fold } from "../../../src/session-mood/engine/fold.ts";
import { readMood } from "../../../src/session-mood/engine/read.ts";
import type { MoodEvent, MoodModel } from "../../../src/session-mood/engine/types.ts";
import { engagement } from "../../../src/session-mood/models/engagement.ts";
import { DEFAULT_MODEL, MODELS, modelOf } from "../../../src/session-mood/models/index.ts";
import { intent } from "../../../src/session-mood/models/intent.ts";
import { clicksAt, START, spaced } from "./events.ts";

const read = (model: MoodModel, events: readonly MoodEvent[]) =>
	readMood(model, fold(model, emptyState(), events));

/** The moods that an event by itself speaks for. */
function pushedBy(model: MoodModel, event: Partial<MoodEvent>): string[] {
	const state = fold(model, emptyState(), [{ type: "click", ts: START, ...event }]);
	return explain(model, state)
		.scores.filter(({ score }) => score > 0)
		.map(({ mood }) => mood)
		.sort();
}

describe("the registry", () => {
	it("has intent as the default and engagement beside it", () => {
		expect(MODELS.map(({ id }) => id)).toEqual(["intent", "engagement"]);
		expect(DEFAULT_MODEL).toBe(intent);
		expect(modelOf(undefined)).toBe(intent);
		expect(modelOf("engagement")).toBe(engagement);
		expect(modelOf("astrology")).toBeUndefined();
	});

	it.each(MODELS)("names for every signal of $id a threshold and a source", (model) => {
		const ids = model.signals.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const { threshold, source, meaning, halfLife } of model.signals) {
			expect(threshold).not.toBe("");
			expect(source).toMatch(/https:\/\/|own choice|the contract/i);
			expect(meaning).not.toBe("");
			expect(halfLife).toBeGreaterThan(0);
		}
	});

	it.each(MODELS)(
		"resolves every type and mood that the signals of $id name, and ends with neutral",
		(model) => {
			expect(() => compile(model)).not.toThrow();
			expect(model.moods.at(-1)?.mood).toBe("neutral");
			expect(new Set(model.signals.flatMap(({ weights }) => Object.keys(weights)))).toEqual(
				new Set(model.moods.slice(0, -1).map(({ mood }) => mood)),
			);
		},
	);

	it("refuses a model whose signals name what it does not have", () => {
		const [first] = intent.signals;
		if (first === undefined) throw new Error("intent has signals");
		const withSignal = (change: object): MoodModel => ({ ...intent, signals: [{ ...first, ...change }] });
		expect(() => compile(withSignal({ from: { event: "sneeze" } }))).toThrow("no event type sneeze");
		expect(() => compile(withSignal({ weights: { joyful: 1 } }))).toThrow("joyful");
	});
});

describe("intent", () => {
	it("has the contract's types in the contract's order", () => {
		expect(intent.types.join(" ")).toBe(
			"click rage_click scroll input_pause backtrack back_nav page_view error idle hover focus blur",
		);
	});

	it("has the contract's moods and actions", () => {
		expect(intent.moods.map(({ mood, suggested_action }) => [mood, suggested_action])).toEqual([
			["frustrated", "show_live_chat"],
			["confused", "show_tooltip"],
			["decisive", "no_action"],
			["browsing", "show_recommendations"],
			["disengaged", "show_exit_offer"],
			["focused", "no_action"],
			["neutral", "no_action"],
		]);
	});

	it.each([
		["click", ["browsing", "decisive"]],
		["rage_click", ["frustrated"]],
		["scroll", ["browsing", "confused"]],
		["input_pause", ["confused", "frustrated"]],
		["backtrack", ["confused"]],
		["back_nav", ["confused", "frustrated"]],
		["page_view", ["browsing"]],
		["error", ["frustrated"]],
		["idle", ["disengaged"]],
		["hover", ["browsing", "confused"]],
		["focus", ["decisive", "focused"]],
		["blur", ["confused", "disengaged"]],
	])("lets %s speak for exactly %j", (type, moods) => {
		expect(pushedBy(intent, { type })).toEqual(moods);
	});

	it("reads slow scrolling as browsing and fast scrolling as being lost", () => {
		expect(read(intent, spaced(Array(6).fill("scroll"), 3, { speed: 600 })).mood).toBe("browsing");
		expect(read(intent, spaced(Array(6).fill("scroll"), 1, { speed: 4000 })).mood).toBe("confused");
	});

	it("weighs a long idle, pause or hover more than a short one", () => {
		for (const [type, mood, short, long] of [
			["idle", "disengaged", 15_000, 120_000],
			["input_pause", "confused", 1500, 9000],
			["hover", "confused", 700, 5000],
		] as const) {
			const scoreOf = (duration_ms: number) =>
				explain(intent, fold(intent, emptyState(), [{ type, ts: START, duration_ms }])).scores.find(
					(entry) => entry.mood === mood,
				)?.score ?? 0;
			expect(scoreOf(long)).toBeGreaterThan(scoreOf(short));
		}
	});

	it.each([
		["frustrated", ["error", "error", "error", "back_nav", "rage_click"]],
		["confused", ["backtrack", "hover", "input_pause", "backtrack", "scroll", "hover"]],
		["decisive", ["click", "click", "focus", "click", "click"]],
		["browsing", ["page_view", "scroll", "scroll", "page_view", "scroll", "page_view"]],
		["browsing", ["page_view", "page_view", "page_view", "page_view", "page_view"]],
		["disengaged", ["page_view", "scroll", "blur", "idle", "idle"]],
		["disengaged", ["focus", "blur", "blur", "blur", "blur", "blur"]],
		["focused", ["focus", "blur", "focus", "blur", "focus", "blur"]],
	])("reads %s from %j", (mood, types) => {
		expect(read(intent, spaced(types)).mood).toBe(mood);
	});

	it("answers the contract's example", () => {
		const reading = read(intent, [
			...spaced(["page_view", "rage_click", "rage_click", "rage_click", "error", "error"], 3),
		]);
		expect(reading.mood).toBe("frustrated");
		expect(reading.suggested_action).toBe("show_live_chat");
		expect(reading.signals.slice(0, 2)).toEqual(["rage_click_detected", "repeated_errors"]);
		expect(reading.signals).toContain("error_seen");
		expect(reading.confidence).toBeGreaterThan(0.85);
	});
});

describe("engagement", () => {
	it("has the contract's types in the contract's order", () => {
		expect(engagement.types.join(" ")).toBe(
			"click rage_click scroll idle page_view error hover focus blur copy paste navigation",
		);
	});

	it("has the contract's moods and actions", () => {
		expect(engagement.moods.map(({ mood, suggested_action }) => [mood, suggested_action])).toEqual([
			["frustrated", "offer_help"],
			["engaged", "no_action"],
			["bored", "show_exit_offer"],
			["confused", "show_tooltip"],
			["curious", "show_recommendations"],
			["satisfied", "no_action"],
			["neutral", "no_action"],
		]);
	});

	it.each([
		["rage_click", "frustrated"],
		["error", "frustrated"],
		["click", "engaged"],
		["idle", "bored"],
		["hover", "curious"],
		["scroll", "curious"],
		["copy", "satisfied"],
		["paste", "satisfied"],
		["navigation", "satisfied"],
	])("lets %s speak for %s most", (type, mood) => {
		const state = fold(engagement, emptyState(), [{ type, ts: START }]);
		const scores = explain(engagement, state).scores.sort((a, b) => b.score - a.score);
		expect(scores[0]?.mood).toBe(mood);
	});

	it("takes a deep scroll for engagement and a shallow one for curiosity", () => {
		expect(read(engagement, spaced(Array(5).fill("scroll"), 5, { value: 90 })).mood).toBe("engaged");
		expect(read(engagement, spaced(Array(5).fill("scroll"), 5, { value: 25 })).mood).toBe("curious");
	});

	it.each([
		["frustrated", ["click", "error", "rage_click", "error", "rage_click"]],
		["engaged", ["click", "click", "click", "focus", "click", "click"]],
		["bored", ["page_view", "idle", "blur", "idle", "idle"]],
		["curious", ["scroll", "hover", "scroll", "hover", "page_view"]],
		["satisfied", ["focus", "blur", "focus", "blur", "copy", "navigation", "paste"]],
	])("reads %s from %j", (mood, types) => {
		expect(read(engagement, spaced(types, 4)).mood).toBe(mood);
	});

	it("reads repeated actions and going back and forth as confused", () => {
		const same = clicksAt([0, 3, 6, 9, 12].map((at) => [at, 200, 200]));
		expect(read(engagement, same).mood).toBe("confused");
		const pages = ["a", "b", "a", "b", "a", "b"].map((url, i) => ({
			type: "page_view",
			ts: START + 2 * i,
			url,
		}));
		expect(read(engagement, pages).mood).toBe("confused");
	});

	it("reads what only clients of intent send, but does not take it from its own", () => {
		const state = fold(engagement, emptyState(), spaced(["backtrack", "back_nav", "input_pause"]));
		expect(state.count).toBe(3);
		expect(engagement.types).not.toContain("backtrack");
	});
});

describe("neutral", () => {
	it.each(MODELS)("is what $id says of no events at all", (model) => {
		expect(readMood(model, emptyState())).toMatchObject({
			mood: "neutral",
			signals: [],
			suggested_action: "no_action",
		});
	});

	it.each(MODELS)("is what $id says of fewer than three events, however clear", (model) => {
		expect(read(model, spaced(["rage_click"])).mood).toBe("neutral");
		expect(read(model, spaced(["rage_click", "error"])).mood).toBe("neutral");
	});

	it("gives way at three events if they are more likely right than not, else at five", () => {
		expect(read(intent, spaced(["rage_click", "rage_click", "rage_click"])).mood).toBe("frustrated");
		expect(read(intent, spaced(["click", "scroll", "hover"], 10)).mood).toBe("neutral");
		expect(read(intent, spaced(["click", "scroll", "hover", "focus"], 10)).mood).toBe("neutral");
		expect(read(intent, spaced(["click", "scroll", "hover", "focus", "scroll"], 10)).mood).not.toBe(
			"neutral",
		);
	});

	it("is also the answer where many events say nothing", () => {
		const marked = spaced(Array(8).fill("rage_click"), 1, { context: "stepper" });
		expect(read(intent, marked)).toMatchObject({ mood: "neutral", signals: [] });
	});
});
