import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/seeded-random.ts";
import {
	type Arm,
	differenceOfShares,
	isRuledOut,
} from "../../../src/session-mood/interventions/statistics/proportions.ts";
import { isSplitRight } from "../../../src/session-mood/interventions/statistics/split-check.ts";

const RUNS = 1_500;
const SESSIONS = 3_000;

interface World {
	/** The share that recovers by itself, and how much more with the intervention. */
	base: number;
	effect: number;
	holdout: number;
}

/** Sessions one after the other, and a look after each: whether `isOver` was ever true, and after how many. */
function everTrue(
	{ base, effect, holdout }: World,
	seed: number,
	isOver: (treated: Arm, heldOut: Arm) => boolean,
): number | undefined {
	const random = seededRandom(seed);
	const treated = { sessions: 0, successes: 0 };
	const heldOut = { sessions: 0, successes: 0 };
	for (let count = 1; count <= SESSIONS; count++) {
		const isHeldOut = random() < holdout;
		const arm = isHeldOut ? heldOut : treated;
		arm.sessions += 1;
		if (random() < base + (isHeldOut ? 0 : effect)) arm.successes += 1;
		if (isOver(treated, heldOut)) return count;
	}
	return undefined;
}

const shareOfRuns = (world: World, isOver: (treated: Arm, heldOut: Arm) => boolean): number =>
	Array.from({ length: RUNS }, (_, seed) => everTrue(world, seed + 1, isOver)).filter(
		(count) => count !== undefined,
	).length / RUNS;

/** What is done most often: a z-test at 5 %, looked at whenever somebody likes. */
function ordinaryTest(treated: Arm, heldOut: Arm): boolean {
	if (Math.min(treated.sessions, heldOut.sessions) < 20) return false;
	const [p1, p0] = [treated.successes / treated.sessions, heldOut.successes / heldOut.sessions];
	const variance = (p1 * (1 - p1)) / treated.sessions + (p0 * (1 - p0)) / heldOut.sessions;
	return variance > 0 && (p1 - p0) ** 2 / variance > 1.96 ** 2;
}

describe("intervals looked at after every session", () => {
	it.each([
		{ base: 0.05, effect: 0, holdout: 0.1 },
		{ base: 0.3, effect: 0, holdout: 0.1 },
		{ base: 0.3, effect: 0, holdout: 0.5 },
		{ base: 0.5, effect: 0.1, holdout: 0.3 },
		{ base: 0.9, effect: -0.2, holdout: 0.1 },
	])("rule out the truth in at most 5 % of runs: %j", (world) => {
		const share = shareOfRuns(world, (treated, heldOut) => isRuledOut(treated, heldOut, world.effect));
		expect(share).toBeLessThanOrEqual(0.05);
	});

	it("where an ordinary test would be wrong in a third of them", () => {
		expect(shareOfRuns({ base: 0.3, effect: 0, holdout: 0.5 }, ordinaryTest)).toBeGreaterThan(0.33);
	});

	it("find a true gain of fifteen points in nearly all, and mostly within a thousand sessions", () => {
		const world = { base: 0.3, effect: 0.15, holdout: 0.3 };
		const counts = Array.from({ length: RUNS }, (_, seed) =>
			everTrue(world, seed + 1, (treated, heldOut) => isRuledOut(treated, heldOut, 0)),
		);
		const found = counts.filter((count) => count !== undefined);
		expect(found.length / RUNS).toBeGreaterThan(0.97);
		expect(found.sort((a, b) => a - b)[found.length >> 1]).toBeLessThan(1_000);
	});

	it("are the same as what is ruled out", () => {
		const [treated, heldOut] = [
			{ sessions: 400, successes: 180 },
			{ sessions: 60, successes: 15 },
		];
		const [low, high] = differenceOfShares(treated, heldOut)?.interval ?? [0, 0];
		for (const [edge, inward] of [
			[low, 1],
			[high, -1],
		] as const) {
			expect(isRuledOut(treated, heldOut, edge + inward * 1e-6)).toBe(false);
			expect(isRuledOut(treated, heldOut, edge - inward * 1e-6)).toBe(true);
		}
	});
});

describe("the check of the split", () => {
	it("raises a false alarm in at most 1 % of runs, and sees fifteen percent instead of ten", () => {
		const isOff = (holdout: number) => (treated: Arm, heldOut: Arm) =>
			!isSplitRight(treated.sessions, heldOut.sessions, holdout);
		expect(shareOfRuns({ base: 0.3, effect: 0, holdout: 0.1 }, isOff(0.1))).toBeLessThanOrEqual(0.01);
		expect(shareOfRuns({ base: 0.3, effect: 0, holdout: 0.15 }, isOff(0.1))).toBeGreaterThan(0.95);
	});
});
