import { seededRandom, shuffle } from "../../../seeded-random.ts";
import type { DialogArc } from "../contract.ts";
import { type AffectPoint, SHAPES, type Shape } from "./types.ts";

/** Fewer tagged blocks than this get no label: too many shapes fit a handful of points. */
export const MIN_BLOCKS = 20;
/** Half of the customary 0.05: a name once given is believed, and at 0.05 one random order in twenty would get one. */
export const SIGNIFICANCE = 0.025;
export const PERMUTATIONS = 999;
/** Longer dialogs are averaged over this many windows of equal size, as Reagan et al. do with 10,000-word windows. */
const MAX_WINDOWS = 200;

export type NoLabelReason = NonNullable<DialogArc["shape"]["reason"]>;

/** The nearest basic shape of a course of valence, and whether the dialog supports naming it. */
export type StoryShape = Omit<DialogArc["shape"], "message">;

/** Half-waves of the three modes; each has a shape for either sign: `SHAPES[2m]` and `SHAPES[2m + 1]`. */
const MODES = [1, 2, 3] as const;

/**
 * Valence of a basic shape at `at` (0 … 1), in −1 … 1. The modes of Reagan et al. (2016, fig. 3) are found by
 * singular value decomposition and are close to cosines of one, two and three half-waves.
 */
export function shapeValence(shape: Shape, at: number): number {
	const index = SHAPES.indexOf(shape);
	const mode = Math.floor(index / 2);
	const wave = Math.cos((MODES[mode] ?? 1) * Math.PI * at);
	const startsHigh = mode === 1 ? index % 2 === 0 : index % 2 === 1;
	return startsHigh ? wave : -wave;
}

/** Centred and scaled to unit length; null when the values do not vary. */
function standardise(values: readonly number[]): Float64Array | null {
	const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
	const length = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0));
	return length < 1e-9 ? null : Float64Array.from(values, (v) => (v - mean) / length);
}

function windowMeans(points: readonly AffectPoint[]): { at: number[]; valence: number[] } {
	const count = Math.min(points.length, MAX_WINDOWS);
	const mean = (window: readonly AffectPoint[], key: "at" | "valence") =>
		window.reduce((sum, point) => sum + point[key], 0) / window.length;
	const windows = Array.from({ length: count }, (_, i) =>
		points.slice(Math.floor((i * points.length) / count), Math.floor(((i + 1) * points.length) / count)),
	);
	return { at: windows.map((w) => mean(w, "at")), valence: windows.map((w) => mean(w, "valence")) };
}

const correlation = (a: Float64Array, b: Float64Array): number => {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
	return sum;
};

/** Probability under the null that order carries nothing; the greatest of all shapes is taken, so it needs no correction. */
function permutationP(values: Float64Array, templates: readonly Float64Array[], observed: number): number {
	const random = seededRandom(values.length);
	const shuffled = values.slice();
	let asGood = 0;
	for (let i = 0; i < PERMUTATIONS; i++) {
		shuffle(shuffled, random);
		const best = templates.reduce(
			(most, template) => Math.max(most, Math.abs(correlation(shuffled, template))),
			0,
		);
		if (best >= observed - 1e-12) asGood++;
	}
	return (1 + asGood) / (1 + PERMUTATIONS);
}

/**
 * The nearest of the six basic shapes by squared correlation, with a permutation p-value (Phipson & Smyth 2010: the
 * observed order counts as one of the permutations). No label under `MIN_BLOCKS` blocks or with p ≥
 * `SIGNIFICANCE`.
 */
export function storyShape(points: readonly AffectPoint[]): StoryShape {
	const { at, valence } = windowMeans(points);
	const values = points.length < 3 ? null : standardise(valence);
	const templates = values && SHAPES.map((shape) => standardise(at.map((t) => shapeValence(shape, t))));
	const fits = SHAPES.map((shape, i) => {
		const template = templates?.[i];
		const r = values && template ? Math.max(0, correlation(values, template)) : 0;
		return { shape, r2: r * r };
	});
	const scores = Object.fromEntries(fits.map(({ shape, r2 }) => [shape, r2])) as Record<Shape, number>;
	const [nearest, runnerUp] = fits.toSorted((a, b) => b.r2 - a.r2);
	if (!values || !templates || !nearest || !runnerUp)
		return unlabelled(points.length < MIN_BLOCKS ? "too_few_tagged_blocks" : "flat", scores);
	if (points.length < MIN_BLOCKS)
		return { ...unlabelled("too_few_tagged_blocks", scores), nearest, runnerUp };
	const modes = templates.filter((template, i) => template !== null && i % 2 === 0) as Float64Array[];
	const pValue = permutationP(values, modes, Math.sqrt(nearest.r2));
	const isSignificant = pValue < SIGNIFICANCE;
	return {
		label: isSignificant ? nearest.shape : null,
		reason: isSignificant ? null : "not_significant",
		nearest,
		runnerUp,
		scores,
		pValue,
		permutations: PERMUTATIONS,
	};
}

const unlabelled = (reason: NoLabelReason, scores: Record<Shape, number>): StoryShape => ({
	label: null,
	reason,
	nearest: null,
	runnerUp: null,
	scores,
	pValue: null,
	permutations: 0,
});
