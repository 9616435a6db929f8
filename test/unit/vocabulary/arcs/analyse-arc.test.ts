import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseArc } from "../../../../src/vocabulary/arcs/analysis/analyse-arc.ts";
import { shapeValence } from "../../../../src/vocabulary/arcs/analysis/story-shape.ts";
import { blocksOf, gaussian } from "../../../support/arc-blocks.ts";

const options = { points: 50 };
const drawn = (shape: Parameters<typeof shapeValence>[0], count: number, noise = 0) => {
	const random = gaussian(count);
	return Array.from(
		{ length: count },
		(_, i) => 0.7 * shapeValence(shape, i / (count - 1)) + noise * random(),
	);
};

describe("analyseArc", () => {
	it("answers for a dialog without blocks", () => {
		const arc = analyseArc([], options);
		expect(arc).toMatchObject({ raw: [], smoothed: [], turningPoints: [], tension: null, volatility: null });
		expect(arc.coverage).toEqual({ blocks: 0, tagged: 0, suggested: 0, placed: 0, share: 0 });
	});

	it("answers for a dialog with one tagged block", () => {
		const arc = analyseArc(blocksOf([null, 0.5, null]), options);
		expect(arc.raw).toHaveLength(1);
		expect(arc.smoothed).toHaveLength(50);
		expect(arc.smoothed.every((point) => Math.abs(point.valence - 0.5) < 1e-9 && point.low === null)).toBe(
			true,
		);
	});

	it("counts coverage as tagged blocks of all blocks, and what has no known valence apart", () => {
		const blocks = blocksOf([0.5, null, -0.5, null]);
		const unplaced = blocks.map((block, i) =>
			i === 1 ? { ...block, emotionId: "unknown", categoryId: "category" } : block,
		);
		expect(analyseArc(unplaced, options).coverage).toEqual({
			blocks: 4,
			tagged: 3,
			suggested: 0,
			placed: 2,
			share: 0.75,
		});
	});

	it("follows a straight line exactly: local lines have no bias at the ends", () => {
		const line = Array.from({ length: 60 }, (_, i) => -0.8 + (1.6 * i) / 59);
		const { smoothed } = analyseArc(blocksOf(line), options);
		expect(smoothed[0]?.valence).toBeCloseTo(-0.8, 6);
		expect(smoothed.at(-1)?.valence).toBeCloseTo(0.8, 6);
	});

	it.each([
		["a straight line", (at: number) => at - 0.5, 0.93],
		[
			"a bent curve, which smoothing flattens a little",
			(at: number) => 0.5 * shapeValence("rags_to_riches", at),
			0.9,
		],
	])("holds %s within its 95 %% band", (_, truth, least) => {
		const covered: boolean[] = [];
		for (let seed = 1; seed <= 60; seed++) {
			const noise = gaussian(seed);
			const valences = Array.from({ length: 150 }, (_, i) => truth(i / 149) + 0.15 * noise());
			for (const { at, low, high } of analyseArc(blocksOf(valences), options).smoothed)
				covered.push((low ?? 1) <= truth(at) && truth(at) <= (high ?? -1));
		}
		expect(covered.filter(Boolean).length / covered.length).toBeGreaterThan(least);
	});

	it.each([
		["man_in_a_hole", ["valley"]],
		["icarus", ["peak"]],
		["cinderella", ["peak", "valley"]],
		["oedipus", ["valley", "peak"]],
		["rags_to_riches", []],
	] as const)("finds the turning points of %s, where they are", (shape, kinds) => {
		const { turningPoints } = analyseArc(blocksOf(drawn(shape, 80, 0.1)), options);
		expect(turningPoints.map((turn) => turn.kind)).toEqual(kinds);
		for (const [i, turn] of turningPoints.entries())
			expect(Math.abs(turn.at - (i + 1) / (kinds.length + 1))).toBeLessThan(0.08);
	});

	it("names the block nearest a turning point", () => {
		const [turn] = analyseArc(blocksOf(drawn("icarus", 41)), options).turningPoints;
		expect(turn).toMatchObject({ kind: "peak", position: 20, blockId: "block-20" });
	});

	it("finds few turning points in noise", () => {
		const counts = Array.from({ length: 40 }, (_, seed) => {
			const noise = gaussian(seed + 1);
			return analyseArc(blocksOf(Array.from({ length: 60 }, () => 0.3 * noise())), options).turningPoints
				.length;
		});
		expect(counts.reduce((a, b) => a + b) / counts.length).toBeLessThan(1);
	});

	it("keeps to one speaker when asked, at the places of the whole dialog", () => {
		const arc = analyseArc(blocksOf([0.1, 0.2, 0.3, 0.4, 0.5], ["A", "B"]), { points: 10, speaker: "B" });
		expect(arc.raw.map(({ position, at }) => [position, at])).toEqual([
			[1, 0.25],
			[3, 0.75],
		]);
		expect(arc.coverage).toMatchObject({ blocks: 2, tagged: 2 });
	});

	it("gives each speaker a curve of their own", () => {
		const rising = drawn("rags_to_riches", 40);
		const blocks = blocksOf(
			rising.map((v, i) => (i % 2 === 0 ? v : -v)),
			["Ana", "Борис"],
		);
		const [ana, boris] = analyseArc(blocks, options).speakers;
		expect([ana?.speaker, boris?.speaker]).toEqual(["Ana", "Борис"]);
		expect((ana?.smoothed.at(-1)?.valence ?? 0) - (ana?.smoothed[0]?.valence ?? 0)).toBeGreaterThan(1);
		expect((boris?.smoothed.at(-1)?.valence ?? 0) - (boris?.smoothed[0]?.valence ?? 0)).toBeLessThan(-1);
	});

	it("answers for the twenty speakers who have most to say and counts the rest", () => {
		const blocks = blocksOf(
			Array.from({ length: 100 }, (_, i) => Math.sin(i)),
			Array.from({ length: 25 }, (_, i) => `S${i}`),
		);
		const arc = analyseArc(blocks, options);
		expect([arc.speakers.length, arc.speakersLeftOut]).toEqual([20, 5]);
	});

	it("calls excited and unpleasant tense, calm and pleasant not", () => {
		const tense = blocksOf([-1, -1, -1]).map((block) => ({ ...block, arousal: 1 }));
		const calm = blocksOf([1, 1, 1]).map((block) => ({ ...block, arousal: -1 }));
		expect(analyseArc(tense, options).tension?.mean).toBeCloseTo(1);
		expect(analyseArc(calm, options).tension?.mean).toBeCloseTo(0);
	});

	it("measures volatility as the root mean square of successive differences", () => {
		expect(analyseArc(blocksOf([1, -1, 1, -1]), options).volatility).toBe(2);
		expect(analyseArc(blocksOf([0.4, 0.4, 0.4]), options).volatility).toBe(0);
		expect(analyseArc(blocksOf([0, 0.3, 0.7]), options).volatility).toBeCloseTo(Math.sqrt((0.09 + 0.16) / 2));
	});

	it("weighs dominant emotions by intensity", () => {
		const blocks = blocksOf([1, 1, 1, -1]).map((block, i) => ({
			...block,
			emotionId: i === 3 ? "grief" : "joy",
			intensity: i === 3 ? 1 : 0.2,
		}));
		expect(analyseArc(blocks, options).dominantEmotions).toEqual([
			{ id: "grief", blocks: 1, share: 1 / 1.6 },
			{ id: "joy", blocks: 3, share: expect.closeTo(0.6 / 1.6, 10) },
		]);
	});

	it("is repeatable and stays within the circumplex, whatever the blocks", () => {
		const valence = fc.option(fc.double({ min: -1, max: 1, noNaN: true }));
		fc.assert(
			fc.property(
				fc.array(valence, { maxLength: 80 }),
				fc.integer({ min: 2, max: 60 }),
				(valences, points) => {
					const arc = analyseArc(blocksOf(valences, ["A", "B"]), { points });
					expect(analyseArc(blocksOf(valences, ["A", "B"]), { points })).toEqual(arc);
					expect(arc.smoothed).toHaveLength(arc.raw.length === 0 ? 0 : points);
					for (const { valence: v, low, high, tension } of arc.smoothed) {
						expect(Math.abs(v)).toBeLessThanOrEqual(1);
						expect(low ?? -1).toBeLessThanOrEqual(high ?? 1);
						expect(tension >= 0 && tension <= 1).toBe(true);
					}
					expect(JSON.stringify(arc)).not.toMatch(/NaN|Infinity/);
				},
			),
			{ numRuns: 60 },
		);
	});
});
