import { describe, expect, it } from "vitest";
import { explain } from "../../../src/session-mood/engine/explain.ts";
import { emptyState, fold } from "../../../src/session-mood/engine/fold.ts";
import { readMood } from "../../../src/session-mood/engine/read.ts";
import { MODELS } from "../../../src/session-mood/models/index.ts";
import { personaSessions } from "../../support/personas/index.ts";
import { HELD_OUT_SEED, reliabilityOf } from "../../support/reliability.ts";

/** Within ten points, where a row is large enough to tell. */
const MAX_MISCALIBRATION = 0.1;
const FEWEST = 100;

describe.each(MODELS)("the confidence of $id on simulated visitors", (model) => {
	it.each([HELD_OUT_SEED, 77, 4096])("is how often it is right, within ten points, on seed %i", (seed) => {
		const { rows } = reliabilityOf(model, seed, 8000);
		for (const about of [0.5, 0.6, 0.7, 0.8, 0.9]) {
			const row = rows.find((candidate) => candidate.about === about);
			expect(row?.readings, `readings about ${about}`).toBeGreaterThan(FEWEST);
			expect(Math.abs((row?.right ?? 0) - about), `right about ${about}`).toBeLessThanOrEqual(
				MAX_MISCALIBRATION,
			);
		}
	});

	it("is not bought by saying little: most sessions get a mood, and most of these the true one", () => {
		const { neutral, accuracy } = reliabilityOf(model, HELD_OUT_SEED, 8000);
		expect(neutral).toBeLessThan(0.2);
		expect(accuracy).toBeGreaterThan(0.65);
	});

	it("means for neutral that naming a mood would have been wrong that often", () => {
		const neutral = personaSessions(model, HELD_OUT_SEED, 20_000).flatMap(({ mood, events }) => {
			const state = fold(model, emptyState(), events);
			const reading = readMood(model, state);
			if (reading.mood !== "neutral") return [];
			const [guess] = explain(model, state).scores.sort((a, b) => b.share - a.share);
			return [{ confidence: reading.confidence, wrong: guess?.mood !== mood }];
		});
		const meanConfidence = neutral.reduce((sum, { confidence }) => sum + confidence, 0) / neutral.length;
		const wrong = neutral.filter((reading) => reading.wrong).length / neutral.length;
		expect(neutral.length).toBeGreaterThan(1000);
		expect(Math.abs(meanConfidence - wrong)).toBeLessThanOrEqual(MAX_MISCALIBRATION);
	});
});

describe("the simulated visitors", () => {
	it.each(MODELS)("of $id are the same for the same seed and send only what the model takes", (model) => {
		const sessions = personaSessions(model, 5, 200);
		expect(personaSessions(model, 5, 200)).toEqual(sessions);
		expect(personaSessions(model, 6, 200)).not.toEqual(sessions);
		expect(new Set(sessions.map(({ mood }) => mood)).size).toBe(model.moods.length - 1);
		for (const { events } of sessions) {
			for (const { type } of events) expect(model.types).toContain(type);
		}
	});
});
