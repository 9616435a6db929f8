import type { DialogComparison } from "../contract.ts";
import { shapeValence } from "./story-shape.ts";
import type { CurvePoint, Shape } from "./types.ts";

/** How far two curves are from each other, and the stretches over which their bands do not touch. */
export type ArcComparison = Pick<
	DialogComparison,
	"distance" | "shapeDistance" | "partings" | "firstParting"
>;

type Bounded = Pick<CurvePoint, "at" | "valence" | "low" | "high">;

/** A least width for bands, so that two noiseless curves do not part over a rounding error. */
const MIN_HALF_WIDTH = 0.05;

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

function stretches(
	a: readonly Bounded[],
	b: readonly Bounded[],
	differences: readonly number[],
): ArcComparison["partings"] {
	const sides = a.map((point, i) => {
		const other = b[i] ?? point;
		const allowed = Math.max(MIN_HALF_WIDTH, halfWidth(point) + halfWidth(other));
		const difference = differences[i] ?? 0;
		return Math.abs(difference) > allowed ? Math.sign(difference) : 0;
	});
	const found: ArcComparison["partings"] = [];
	for (let start = 0; start < sides.length; start++) {
		if (sides[start] === 0) continue;
		let end = start;
		while (sides[end + 1] === sides[start]) end++;
		found.push(parting(a, differences, start, end));
		start = end;
	}
	return found;
}

function parting(
	a: readonly Bounded[],
	differences: readonly number[],
	start: number,
	end: number,
): ArcComparison["partings"][number] {
	const stretch = differences.slice(start, end + 1);
	const widest = stretch.reduce((best, d, i) => (Math.abs(d) > Math.abs(stretch[best] ?? 0) ? i : best), 0);
	return {
		from: a[start]?.at ?? 0,
		to: a[end]?.at ?? 1,
		difference: meanOf(stretch),
		widest: { at: a[start + widest]?.at ?? 0, difference: stretch[widest] ?? 0 },
	};
}
