import { describe, expect, it } from "vitest";
import { analyseArc } from "../../../../src/vocabulary/arcs/analysis/analyse-arc.ts";
import { compareArcs, intendedCurve } from "../../../../src/vocabulary/arcs/analysis/compare-arcs.ts";
import { shapeValence } from "../../../../src/vocabulary/arcs/analysis/story-shape.ts";
import type { Shape } from "../../../../src/vocabulary/arcs/analysis/types.ts";
import { blocksOf, gaussian } from "../../../support/arc-blocks.ts";

const curveOf = (draw: (at: number) => number, seed = 1) => {
	const noise = gaussian(seed);
	return analyseArc(blocksOf(Array.from({ length: 60 }, (_, i) => draw(i / 59) + 0.05 * noise())), {
		points: 100,
	}).smoothed;
};
const drawn = (shape: Shape, seed = 1) => curveOf((at) => 0.6 * shapeValence(shape, at), seed);

describe("compareArcs", () => {
	it("finds no distance between a curve and itself", () => {
		const curve = drawn("icarus");
		expect(compareArcs(curve, curve)).toMatchObject({ distance: 0, partings: [], firstParting: null });
		expect(compareArcs(curve, curve).shapeDistance).toBeCloseTo(0);
	});

	it("finds opposite courses at shape distance 2", () => {
		expect(compareArcs(drawn("rags_to_riches"), drawn("tragedy", 2)).shapeDistance).toBeGreaterThan(1.95);
	});

	it("says where two dialogs part: after the middle, when only the second half differs", () => {
		const a = curveOf((at) => 0.4 * at);
		const b = curveOf((at) => (at < 0.5 ? 0.4 * at : 0.2 - 1.2 * (at - 0.5)), 2);
		const { firstParting, partings } = compareArcs(a, b);
		expect(firstParting).toBeGreaterThan(0.42);
		expect(firstParting).toBeLessThan(0.65);
		expect(partings.at(-1)?.difference).toBeGreaterThan(0);
		expect(partings.at(-1)?.widest.at).toBeGreaterThan(0.9);
	});

	it("takes the intended shape at the dialog's own level and spread", () => {
		const curve = curveOf((at) => 0.3 + 0.2 * shapeValence("cinderella", at));
		const { distance, shapeDistance } = compareArcs(curve, intendedCurve("cinderella", curve));
		expect(shapeDistance).toBeLessThan(0.1);
		expect(distance).toBeLessThan(0.1);
		expect(compareArcs(curve, intendedCurve("oedipus", curve)).distance).toBeGreaterThan(0.15);
	});

	it("has no shape distance for a flat curve", () => {
		const flat = [0, 0.5, 1].map((at) => ({ at, valence: 0.2, low: 0.2, high: 0.2 }));
		expect(compareArcs(flat, flat).shapeDistance).toBeNull();
	});
});
