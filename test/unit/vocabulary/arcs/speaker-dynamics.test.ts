import { describe, expect, it } from "vitest";
import { speakerDynamics } from "../../../../src/vocabulary/arcs/analysis/speaker-dynamics.ts";
import type { AffectPoint } from "../../../../src/vocabulary/arcs/analysis/types.ts";

const states = (pairs: readonly (readonly [number, number])[]): AffectPoint[] =>
	pairs.map(([valence, arousal], i) => ({ at: i / pairs.length, valence, arousal }));
const calm = Array.from(
	{ length: 20 },
	(_, i) => [i % 2 === 0 ? 0.05 : -0.05, i % 4 < 2 ? 0.05 : -0.05] as const,
);

describe("speakerDynamics", () => {
	it("needs ten states", () => {
		expect(speakerDynamics(states(calm.slice(0, 9)))).toBeNull();
		expect(speakerDynamics(states(calm.slice(0, 10)))).not.toBeNull();
	});

	it("puts the home base at the mean, with the variability of the sample", () => {
		const dynamics = speakerDynamics(states(calm));
		expect(dynamics?.homeBase.valence).toBeCloseTo(0);
		expect(dynamics?.homeBase.arousal).toBeCloseTo(0);
		expect(dynamics?.variability.valence).toBeCloseTo(0.05 * Math.sqrt(20 / 19));
	});

	it("makes the home base the 68 % ellipse: each half-axis is √χ² standard deviations", () => {
		const dynamics = speakerDynamics(states(calm));
		expect(dynamics?.homeBase.axes[0]).toBeCloseTo(Math.sqrt(2.2789) * 0.05 * Math.sqrt(20 / 19));
	});

	it("finds one excursion with its rates: two steps up, four steps home", () => {
		const away = [
			[0.5, 0],
			[0.9, 0],
			[0.8, 0],
			[0.7, 0],
			[0.6, 0],
		] as const;
		const dynamics = speakerDynamics(states([...calm, ...away, ...calm]));
		expect(dynamics?.displacements).toBe(1);
		expect(dynamics?.riseRate).toBeCloseTo((dynamics?.peakDistance ?? 0) / 2);
		expect(dynamics?.recoveryRate).toBeCloseTo((dynamics?.peakDistance ?? 0) / 4);
	});

	it("knows no recovery of an excursion that the dialog's end cuts off", () => {
		const dynamics = speakerDynamics(states([...calm, [0.5, 0], [0.9, 0]]));
		expect(dynamics).toMatchObject({ displacements: 1, recoveryRate: null });
		expect(dynamics?.riseRate).toBeGreaterThan(0);
	});

	it("knows no rise of an excursion that the dialog begins in", () => {
		expect(speakerDynamics(states([[0.9, 0], ...calm]))).toMatchObject({ displacements: 1, riseRate: null });
	});

	it("never leaves home when every state is the same", () => {
		expect(speakerDynamics(states(Array.from({ length: 12 }, () => [0.3, 0.1] as const)))).toMatchObject({
			displacements: 0,
			peakDistance: null,
			riseRate: null,
			recoveryRate: null,
		});
	});

	it("works with states on one line of the plane", () => {
		const onLine = Array.from({ length: 15 }, (_, i) => [i === 7 ? 0.9 : 0, 0.2] as const);
		expect(speakerDynamics(states(onLine))).toMatchObject({ displacements: 1 });
	});

	it("turns the ellipse with the data", () => {
		const diagonal = Array.from({ length: 20 }, (_, i) => [(i - 10) / 20, (i - 10) / 20] as const);
		expect(speakerDynamics(states(diagonal))?.homeBase.angle).toBeCloseTo(Math.PI / 4);
	});
});
