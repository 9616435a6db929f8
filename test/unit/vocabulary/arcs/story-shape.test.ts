import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom, shuffle } from "../../../../src/seeded-random.ts";
import { shapeValence, storyShape } from "../../../../src/vocabulary/arcs/analysis/story-shape.ts";
import { type AffectPoint, SHAPES, type Shape } from "../../../../src/vocabulary/arcs/analysis/types.ts";
import { gaussian } from "../../../support/arc-blocks.ts";

const AMPLITUDE = 0.6;
const DIALOGS = 200;

/** The same stories drawn with a ruler: what an editor has in mind rather than a cosine. */
const CORNERS: Record<Shape, readonly number[]> = {
	rags_to_riches: [-1, 1],
	tragedy: [1, -1],
	man_in_a_hole: [1, -1, 1],
	icarus: [-1, 1, -1],
	cinderella: [-1, 1, -1, 1],
	oedipus: [1, -1, 1, -1],
};

const ruled = (shape: Shape, at: number): number => {
	const corners = CORNERS[shape];
	const place = Math.min(at * (corners.length - 1), corners.length - 1.000001);
	const [left = 0, right = 0] = corners.slice(Math.floor(place));
	return left + (place % 1) * (right - left);
};

const pointsOf = (valences: ArrayLike<number>): AffectPoint[] =>
	Array.from(valences, (valence, i) => ({ at: i / (valences.length - 1), valence, arousal: 0 }));

const planted = (draw: (shape: Shape, at: number) => number, shape: Shape, blocks: number, seed: number) => {
	const noise = gaussian(seed);
	return pointsOf(
		Array.from({ length: blocks }, (_, i) => AMPLITUDE * (draw(shape, i / (blocks - 1)) + 0.5 * noise())),
	);
};

const share = (count: number, holds: (seed: number) => boolean): number =>
	Array.from({ length: count }, (_, seed) => holds(seed)).filter(Boolean).length / count;

describe("storyShape", () => {
	it.each(SHAPES)("recovers a planted %s in 20 blocks with noise of half its amplitude", (shape) => {
		expect(
			share(DIALOGS, (seed) => storyShape(planted(shapeValence, shape, 20, seed)).label === shape),
		).toBeGreaterThanOrEqual(0.95);
	});

	it.each(SHAPES)("recovers a %s drawn with straight lines as well", (shape) => {
		expect(
			share(DIALOGS, (seed) => storyShape(planted(ruled, shape, 20, seed)).label === shape),
		).toBeGreaterThanOrEqual(0.95);
	});

	it("labels at most 5 % of shuffled dialogs", () => {
		const labelled = share(1_000, (seed) => {
			const shape = SHAPES[seed % SHAPES.length] ?? "icarus";
			const valences = Float64Array.from(planted(shapeValence, shape, 20, seed), (point) => point.valence);
			shuffle(valences, seededRandom(seed + 1_000_000));
			return storyShape(pointsOf(valences)).label !== null;
		});
		expect(labelled).toBeLessThanOrEqual(0.05);
	});

	it("labels at most 5 % of shuffled long dialogs, which are averaged over windows", () => {
		const labelled = share(200, (seed) => {
			const noise = gaussian(seed);
			return storyShape(pointsOf(Array.from({ length: 1_013 }, noise))).label !== null;
		});
		expect(labelled).toBeLessThanOrEqual(0.05);
	});

	it("gives a clean shape r² = 1, p at its least, and the other shapes nearly nothing", () => {
		const { label, nearest, runnerUp, pValue, scores, permutations } = storyShape(
			pointsOf(Array.from({ length: 40 }, (_, i) => shapeValence("man_in_a_hole", i / 39))),
		);
		expect(label).toBe("man_in_a_hole");
		expect(nearest?.r2).toBeCloseTo(1, 10);
		expect(runnerUp?.r2).toBeLessThan(0.01);
		expect(scores.icarus).toBe(0);
		expect(pValue).toBe(1 / (permutations + 1));
	});

	it("says the nearest shape but gives no label under twenty blocks", () => {
		const answer = storyShape(pointsOf(Array.from({ length: 19 }, (_, i) => i / 19)));
		expect(answer).toMatchObject({ label: null, reason: "too_few_tagged_blocks", pValue: null });
		expect(answer.nearest?.shape).toBe("rags_to_riches");
	});

	it("labels no dialog whose valence never changes", () => {
		expect(storyShape(pointsOf(Array.from({ length: 40 }, () => 0.3)))).toMatchObject({
			label: null,
			reason: "flat",
			nearest: null,
		});
	});

	it("labels nothing that is empty", () => {
		expect(storyShape([])).toMatchObject({ label: null, reason: "too_few_tagged_blocks", nearest: null });
	});

	it("does not label noise, and says why", () => {
		const noise = gaussian(7);
		expect(storyShape(pointsOf(Array.from({ length: 30 }, noise)))).toMatchObject({
			label: null,
			reason: "not_significant",
		});
	});

	it("turns into the opposite shape when the valence is turned over", () => {
		const valences = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 20, maxLength: 60 });
		fc.assert(
			fc.property(valences, (values) => {
				const up = storyShape(pointsOf(values));
				const down = storyShape(pointsOf(values.map((v) => -v)));
				expect(down.reason).toBe(up.reason);
				expect(down.scores.tragedy).toBeCloseTo(up.scores.rags_to_riches, 8);
				expect(down.scores.icarus).toBeCloseTo(up.scores.man_in_a_hole, 8);
				expect(down.scores.oedipus).toBeCloseTo(up.scores.cinderella, 8);
			}),
			{ numRuns: 30 },
		);
	});
});
