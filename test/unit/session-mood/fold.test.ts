import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../../src/session-mood/engine/compile.ts";
import { explain } from "../../../src/session-mood/engine/explain.ts";
import { BUFFER_SIZE, emptyState, fold, settle } from "../../../src/session-mood/engine/fold.ts";
import { readMood } from "../../../src/session-mood/engine/read.ts";
import { judge, scoreAt } from "../../../src/session-mood/engine/score.ts";
import type { ModelState, MoodEvent, SignalRule } from "../../../src/session-mood/engine/types.ts";
import { MODELS } from "../../../src/session-mood/models/index.ts";
import { clicking, session, wildEvent } from "./arbitraries.ts";
import { cutAt, foldAll, START, spaced } from "./events.ts";

const RUNS = { numRuns: 400 };

/** The events as they arrive when each is delayed by so many places: late by fewer than the delays' bound. */
const delayed = (events: readonly MoodEvent[], delays: readonly number[]): MoodEvent[] =>
	events
		.map((event, i) => ({ event, arrives: i + (delays[i % Math.max(1, delays.length)] ?? 0) }))
		.sort((a, b) => a.arrives - b.arrives)
		.map(({ event }) => event);

const cuts = fc.array(fc.nat(), { maxLength: 12 });
const delays = fc.array(fc.nat({ max: BUFFER_SIZE - 1 }), { minLength: 1, maxLength: 40 });

describe.each(MODELS)("folding into $id", (model) => {
	it("does not depend on how the events are split into batches, to the last bit", () => {
		fc.assert(
			fc.property(session(150), cuts, (events, points) => {
				expect(foldAll(model, cutAt(events, points))).toEqual(fold(model, emptyState(), events));
			}),
			RUNS,
		);
	});

	it("does not depend on the order within a batch of any length, to the last bit", () => {
		const shuffled = session(150).chain((events) =>
			fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
		);
		fc.assert(
			fc.property(session(60), shuffled, (before, [events, permuted]) => {
				const state = fold(model, emptyState(), before);
				expect(fold(model, state, permuted)).toEqual(fold(model, state, events));
			}),
			RUNS,
		);
	});

	it("does not depend on the order over batches while nothing is later than the buffer holds", () => {
		fc.assert(
			fc.property(session(150), delays, cuts, (events, places, points) => {
				const arriving = cutAt(delayed(events, places), points);
				expect(foldAll(model, arriving)).toEqual(fold(model, emptyState(), events));
			}),
			RUNS,
		);
	});

	it("takes exactly into account what comes with as many newer events seen as the buffer holds", () => {
		fc.assert(
			fc.property(
				session(100, BUFFER_SIZE + 1),
				fc.nat(),
				fc.nat({ max: BUFFER_SIZE }),
				(simultaneous, place, newer) => {
					// Of events at the same time, which is newer is the engine's choice.
					const events = simultaneous.map((event, i) => ({ ...event, ts: event.ts + i / 1000 }));
					const from = place % (events.length - newer);
					const late = events.slice(from, from + 1);
					const arriving = [...events.slice(0, from), ...events.slice(from + 1, from + 1 + newer), ...late];
					const state = foldAll(
						model,
						[...arriving, ...events.slice(from + 1 + newer)].map((event) => [event]),
					);
					expect(state).toEqual(fold(model, emptyState(), events));
				},
			),
			RUNS,
		);
	});

	it("completes no pattern with what comes later than that", () => {
		const errorsSeen = (newer: number) => {
			const scrolls = spaced(Array(newer).fill("scroll"), 0.1).map((event) => ({
				...event,
				ts: event.ts + 2,
			}));
			const early = fold(model, emptyState(), spaced(["error"]));
			const state = foldAll(model, [scrolls, [{ type: "error", ts: START + 1 }]], early);
			const seen = explain(model, state).signals;
			return ["error_seen", "repeated_errors"].map(
				(id) => seen.find((signal) => signal.id === id)?.occurrences ?? 0,
			);
		};
		expect(errorsSeen(BUFFER_SIZE)).toEqual([2, 1]);
		expect(errorsSeen(BUFFER_SIZE + 1)).toEqual([2, 0]);
	});

	it("counts a rage click that comes later than that", () => {
		const rage = spaced(["rage_click"]);
		const scrolls = spaced(Array(BUFFER_SIZE + 5).fill("scroll"), 0.1).map((e) => ({ ...e, ts: e.ts + 2 }));
		const inTime = fold(model, emptyState(), [...rage, ...scrolls]);
		const late = foldAll(model, [scrolls, rage]);
		expect(explain(model, late).scores).toEqual(explain(model, inTime).scores);
	});

	it("counts by itself what comes later still", () => {
		const isSimple = ({ from, easedBy }: SignalRule) => !("kind" in from) && easedBy === undefined;
		const simple = model.signals.filter(isSimple).map(({ id }) => id);
		const valuesOf = (state: ModelState) =>
			explain(model, state).signals.filter(({ id }) => simple.includes(id));
		const shuffled = session(120, BUFFER_SIZE).chain((events) =>
			fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
		);
		fc.assert(
			fc.property(shuffled, ([events, permuted]) => {
				const inOrder = fold(model, emptyState(), events);
				const oneByOne = foldAll(
					model,
					permuted.map((event) => [event]),
				);
				expect(oneByOne.count).toBe(inOrder.count);
				expect(oneByOne.last).toBe(inOrder.last);
				const expected = valuesOf(inOrder);
				expect(valuesOf(oneByOne).map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
				for (const [i, { value, occurrences }] of valuesOf(oneByOne).entries()) {
					expect(occurrences).toBe(expected[i]?.occurrences);
					expect(value).toBeCloseTo(expected[i]?.value ?? Number.NaN, 9);
				}
			}),
			{ numRuns: 150 },
		);
	});

	it("never lowers frustrated by one more rage click: neither its score nor its share nor its confidence", () => {
		const compiled = compile(model);
		const frustrated = compiled.moods.findIndex(({ mood }) => mood === "frustrated");
		const when = fc.oneof(fc.integer({ min: 0, max: 8000 }), fc.integer({ min: 0, max: 400_000 }));
		const events = fc.oneof(session(60, 1), clicking);
		fc.assert(
			fc.property(events, when, fc.constantFrom(0, 50, 500), (before, ms, x) => {
				const rage = { type: "rage_click", ts: START + ms / 1000, x, y: 50 };
				const without = fold(model, emptyState(), before);
				const withIt = fold(model, emptyState(), [...before, rage]);
				const at = withIt.last ?? 0;
				const [less, more] = [scoreAt(compiled, without, at), scoreAt(compiled, withIt, at)];
				const [was, is] = [judge(less, model), judge(more, model)];
				const slack = 1e-9;
				expect(more.moods[frustrated]).toBeGreaterThanOrEqual((less.moods[frustrated] ?? 0) - slack);
				expect(is.shares[frustrated]).toBeGreaterThanOrEqual((was.shares[frustrated] ?? 0) - slack);
				if (less.told !== frustrated) return;
				expect(more.told).toBe(frustrated);
				expect(is.probability).toBeGreaterThanOrEqual(was.probability - slack);
			}),
			{ numRuns: 2500 },
		);
	});

	it("gives a confidence from 0 to 1 whatever legal numbers come", () => {
		const moods = model.moods.map(({ mood }) => mood);
		fc.assert(
			fc.property(fc.array(wildEvent, { maxLength: 60 }), cuts, (events, points) => {
				const state = foldAll(model, cutAt(events, points));
				for (const reading of [readMood(model, state), readMood(model, settle(model, state))]) {
					expect(reading.confidence).toBeGreaterThanOrEqual(0);
					expect(reading.confidence).toBeLessThanOrEqual(1);
					expect(moods).toContain(reading.mood);
				}
				for (const { score, share } of explain(model, state).scores) {
					expect(Number.isFinite(score)).toBe(true);
					expect(share).toBeGreaterThanOrEqual(0);
				}
				expect(JSON.parse(JSON.stringify(state))).toEqual(state);
			}),
			RUNS,
		);
	});

	it("leaves the state that it is given as it is", () => {
		fc.assert(
			fc.property(session(60), session(60), (before, events) => {
				const state = fold(model, emptyState(), before);
				const copy = structuredClone(state);
				fold(model, state, events);
				settle(model, state);
				explain(model, state);
				expect(state).toEqual(copy);
			}),
			{ numRuns: 100 },
		);
	});

	it("reads the same after retention has dropped the events, which then are gone", () => {
		fc.assert(
			fc.property(session(80), (events) => {
				const state = fold(model, emptyState(), events);
				const settled = settle(model, state);
				expect(readMood(model, settled)).toEqual(readMood(model, state));
				expect(settled.recent).toEqual([]);
				expect(settled.count).toBe(state.count);
				expect(settle(model, settled)).toEqual(settled);
			}),
			{ numRuns: 150 },
		);
	});

	it("keeps of a settled session neither places nor pages, and goes on from there", () => {
		const events = spaced(["click", "page_view", "error", "click"], 1, { x: 417, y: 523, url: "/secret" });
		const settled = settle(model, fold(model, emptyState(), events));
		expect(JSON.stringify(settled)).not.toMatch(/417|523/);
		const later = fold(model, settled, [{ type: "error", ts: START + 5 }]);
		expect(later.count).toBe(5);
	});

	it("keeps never the text of a URL or message", () => {
		const state = fold(
			model,
			emptyState(),
			spaced(["page_view", "error"], 1, { url: "/a?token=1", message: "boom" }),
		);
		expect(JSON.stringify(state)).not.toMatch(/token|boom/);
	});

	it("starts scoring afresh where the model has changed, but still counts", () => {
		const state = fold(model, emptyState(), spaced(Array(40).fill("error")));
		const revised = { ...model, revision: model.revision + 1 };
		expect(readMood(revised, state).mood).toBe("neutral");
		const next = fold(
			revised,
			state,
			spaced(Array(5).fill("error"), 2).map((e) => ({ ...e, ts: e.ts + 100 })),
		);
		expect(next.count).toBe(45);
		expect(readMood(revised, next).mood).toBe("frustrated");
		expect(explain(revised, next).signals.find(({ id }) => id === "error_seen")?.occurrences).toBe(5);
	});
});
