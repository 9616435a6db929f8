import fc from "fast-check";
import { expect, it } from "vitest";
import { createRageDetector, type Press } from "../../../src/sdk/capture/rage.ts";

const rageIn = (presses: readonly Press[]) => {
	const isRage = createRageDetector();
	return presses.map(isRage);
};
const series = (length: number, apartMs: number, apartPx = 0): Press[] =>
	Array.from({ length }, (_, i) => ({ x: i * apartPx, y: 0, at: i * apartMs }));

it("is the third of three clicks less than a second and 30 px apart", () => {
	expect(rageIn(series(3, 999, 29))).toEqual([false, false, true]);
	expect(rageIn(series(3, 1_000))).toEqual([false, false, false]);
	expect(rageIn(series(3, 100, 30))).toEqual([false, false, false]);
});

it("is told once in a series, and again in the next", () => {
	expect(rageIn(series(6, 200)).filter(Boolean)).toHaveLength(1);
	const again = series(3, 200).map((press) => ({ ...press, at: press.at + 10_000 }));
	expect(rageIn([...series(6, 200), ...again]).filter(Boolean)).toHaveLength(2);
});

it("measures distances as a walk along both axes", () => {
	const diagonal = (px: number) => series(3, 100).map((press, i) => ({ ...press, x: i * px, y: i * px }));
	expect(rageIn(diagonal(14))).toContain(true);
	expect(rageIn(diagonal(15))).not.toContain(true);
});

it("does not depend on where the page is or when", () => {
	const press = fc.record({ x: fc.nat(60), y: fc.nat(60), at: fc.nat(5_000) });
	fc.assert(
		fc.property(fc.array(press), fc.nat(1e6), fc.nat(1e12), (presses, place, time) => {
			const sorted = presses.toSorted((a, b) => a.at - b.at);
			const moved = sorted.map(({ x, y, at }) => ({ x: x + place, y: y + place, at: at + time }));
			expect(rageIn(moved)).toEqual(rageIn(sorted));
		}),
	);
});
