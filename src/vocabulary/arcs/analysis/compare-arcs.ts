import { shapeValence } from "./story-shape.ts";
import type { CurvePoint, Shape } from "./types.ts";

/** A stretch over which the bands of two curves do not touch. */
export interface Parting {
	from: number;
	to: number;
	/** Mean of the first curve minus the second over the stretch. */
	difference: number;
	/** Where they are furthest apart. */
	widest: { at: number; difference: number };
}

export interface ArcComparison {
	/** Root mean square difference of the valence, 0 … 2. */
	distance: number;
	/** 1 − r of the two curves: 0 the same course at whatever level, 1 unrelated, 2 opposite; null when one is flat. */
	shapeDistance: number | null;
	partings: Parting[];
	/** Where they part for the first time, null when they never do. */
	firstParting: number | null;
}

type Bounded = Pick<CurvePoint, "at" | "valence" | "low" | "high">;

/** A least width for bands, so that two noiseless curves do not part over a rounding error. */
const LEAST_HALF_WIDTH = 0.05;

/**
 * An intended shape as a curve beside the one it is held against: at that curve's own level and with its own spread,
 * since a shape says which way a story goes and not how far.
 */
export function intendedCurve(shape: Shape, beside: readonly CurvePoint[]): Bounded[] {
	const mean = meanOf(beside.map((point) => point.valence));
	const amplitude = Math.SQRT2 * Math.sqrt(meanOf(beside.map((point) => (point.valence - mean) ** 2)));
	return beside.map(({ at }) => {
		const valence = mean + amplitude * shapeValence(shape, at);
		return { at, valence, low: valence, high: valence };
	});
}

/** Distance of two curves on the same grid and the stretches where they part. */
export function compareArcs(a: readonly Bounded[], b: readonly Bounded[]): ArcComparison {
	const differences = a.map((point, i) => point.valence - (b[i]?.valence ?? 0));
	const partings = stretches(a, b, differences);
	return {
		distance: Math.sqrt(meanOf(differences.map((d) => d * d))),
		shapeDistance: shapeDistance(
			a.map((point) => point.valence),
			b.map((point) => point.valence),
		),
		partings,
		firstParting: partings[0]?.from ?? null,
	};
}

const meanOf = (values: readonly number[]): number =>
	values.reduce((sum, v) => sum + v, 0) / Math.max(1, values.length);

function shapeDistance(a: readonly number[], b: readonly number[]): number | null {
	const [ma, mb] = [meanOf(a), meanOf(b)];
	const product = a.reduce((sum, v, i) => sum + (v - ma) * ((b[i] ?? 0) - mb), 0);
	const scale = Math.sqrt(
		a.reduce((s, v) => s + (v - ma) ** 2, 0) * b.reduce((s, v) => s + (v - mb) ** 2, 0),
	);
	return scale < 1e-9 ? null : 1 - product / scale;
}

const halfWidth = ({ low, high }: Bounded): number => (low === null || high === null ? 2 : (high - low) / 2);

function stretches(a: readonly Bounded[], b: readonly Bounded[], differences: readonly number[]): Parting[] {
	const sides = a.map((point, i) => {
		const other = b[i] ?? point;
		const allowed = Math.max(LEAST_HALF_WIDTH, halfWidth(point) + halfWidth(other));
		const difference = differences[i] ?? 0;
		return Math.abs(difference) > allowed ? Math.sign(difference) : 0;
	});
	const found: Parting[] = [];
	for (let start = 0; start < sides.length; start++) {
		if (sides[start] === 0) continue;
		let end = start;
		while (sides[end + 1] === sides[start]) end++;
		found.push(parting(a, differences, start, end));
		start = end;
	}
	return found;
}

function parting(a: readonly Bounded[], differences: readonly number[], start: number, end: number): Parting {
	const stretch = differences.slice(start, end + 1);
	const widest = stretch.reduce((best, d, i) => (Math.abs(d) > Math.abs(stretch[best] ?? 0) ? i : best), 0);
	return {
		from: a[start]?.at ?? 0,
		to: a[end]?.at ?? 1,
		difference: meanOf(stretch),
		widest: { at: a[start + widest]?.at ?? 0, difference: stretch[widest] ?? 0 },
	};
}
