import { type Random, shuffle } from "../../seeded-random.ts";
import { carriedOver, type LevelSeries, withoutCarryOver } from "./statistics.ts";

/** Beyond so many days the permutation distribution is taken as the normal one that it tends to. */
export const MAX_PERMUTED_DAYS = 400;
const PERMUTATIONS = 1999;
/** So many shuffles with an association as strong make a p-value of 0.05 or more. */
const CLEARLY_COMMON = 100;

/** What is left of `values` when their part along `direction` is taken away. */
function residual(values: Float64Array, direction: Float64Array): Float64Array {
	const along = dot(direction, values) / dot(direction, direction);
	const left = new Float64Array(values.length);
	for (let i = 0; i < values.length; i++) left[i] = (values[i] ?? 0) - along * (direction[i] ?? 0);
	return left;
}

function dot(a: Float64Array, b: Float64Array, order?: Uint32Array): number {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += (a[order ? (order[i] ?? 0) : i] ?? 0) * (b[i] ?? 0);
	return sum;
}

/** Two series whose association is asked about, each without its mean and without carry-over. */
export interface Comparison {
	moods: Float64Array;
	done: Float64Array;
}

/** One comparison for each activity; `done` is 1 on days with it, else 0. With ρ = 0 they compare the two means. */
export function comparisonsOf(
	{ days, levels }: LevelSeries,
	doneOf: readonly Float64Array[],
	rho: number,
): Comparison[] {
	const carried = carriedOver(days, rho);
	const constant = withoutCarryOver(new Float64Array(levels.length).fill(1), carried);
	const moods = residual(withoutCarryOver(levels, carried), constant);
	return doneOf.map((done) => ({ moods, done: residual(withoutCarryOver(done, carried), constant) }));
}

/**
 * Two-sided p-values, one a comparison: how often an association as strong comes up when the moods are dealt out
 * to the days at random (Freedman and Lane 1983). All comparisons are over the same moods and share the shuffles;
 * one that is clearly no finding is not pursued (Besag and Clifford 1991).
 */
export function permutationTest(comparisons: readonly Comparison[], random: Random): number[] {
	const n = comparisons[0]?.moods.length ?? 0;
	if (n > MAX_PERMUTED_DAYS) {
		const moods = comparisons[0]?.moods ?? new Float64Array();
		const squares = dot(moods, moods);
		return comparisons.map((comparison) => normalLimit(comparison, squares));
	}
	const tallies = comparisons.map(({ moods, done }) => ({
		moods,
		done,
		observed: Math.abs(dot(moods, done)) * (1 - 1e-12),
		asStrong: 0,
		rounds: 0,
	}));
	const order = Uint32Array.from({ length: n }, (_, i) => i);
	let open = tallies;
	for (let round = 1; round <= PERMUTATIONS && open.length > 0; round++) {
		shuffle(order, random);
		for (const tally of open) {
			tally.rounds = round;
			if (Math.abs(dot(tally.moods, tally.done, order)) >= tally.observed) tally.asStrong += 1;
		}
		open = open.filter(({ asStrong }) => asStrong < CLEARLY_COMMON);
	}
	return tallies.map(({ asStrong, rounds }) =>
		asStrong < CLEARLY_COMMON ? (asStrong + 1) / (PERMUTATIONS + 1) : asStrong / rounds,
	);
}

/** The permutation distribution has mean 0 and variance Σm²·Σd²/(n − 1), and tends to the normal one. */
function normalLimit({ moods, done }: Comparison, squaredMoods: number): number {
	const variance = (squaredMoods * dot(done, done)) / (moods.length - 1);
	return variance === 0 ? 1 : twoSidedNormal(Math.abs(dot(moods, done)) / Math.sqrt(variance));
}

/** P(|Z| ≥ z), by the complementary error function of Numerical Recipes (relative error under 1.2e-7). */
export function twoSidedNormal(z: number): number {
	const x = z / Math.SQRT2;
	const t = 1 / (1 + x / 2);
	const powers = [
		-1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
		-0.82215223, 0.17087277,
	];
	return t * Math.exp(-x * x + powers.reduceRight((sum, coefficient) => sum * t + coefficient, 0));
}
