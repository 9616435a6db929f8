import type { DialogArc } from "../contract.ts";
import type { CurvePoint } from "./types.ts";

/** A peak or valley of the curve, before it is tied to a block. */
export type TurningPoint = Omit<DialogArc["turningPoints"][number], "blockId" | "position">;

const halfWidth = (point: CurvePoint): number =>
	point.low === null || point.high === null ? Number.POSITIVE_INFINITY : (point.high - point.low) / 2;

/** The curve has moved from one point to the other by more than both bands allow. */
const isApart = (a: CurvePoint, b: CurvePoint): boolean =>
	Math.abs(a.valence - b.valence) > Math.max(halfWidth(a) + halfWidth(b), 0.05);

/**
 * Where the curve turns: alternating peaks and valleys, each between two movements that the bands of their ends
 * cannot explain, so that noise makes none. The ends of the dialog are no turning points.
 */
export function turningPoints(curve: readonly CurvePoint[]): TurningPoint[] {
	const [start] = curve;
	if (!start) return [];
	const pivots: CurvePoint[] = [];
	let direction: "up" | "down" | "unknown" = "unknown";
	let high = start;
	let low = start;
	for (const point of curve) {
		if (point.valence > high.valence) high = point;
		if (point.valence < low.valence) low = point;
		if (direction !== "down" && point.valence < high.valence && isApart(high, point)) {
			pivots.push(high);
			direction = "down";
			low = point;
		} else if (direction !== "up" && point.valence > low.valence && isApart(low, point)) {
			pivots.push(low);
			direction = "up";
			high = point;
		}
	}
	const [earliest] = pivots;
	// What the curve does before its first swing is a turn only if it moved at all from where the dialog began.
	const turns = earliest && isApart(start, earliest) ? pivots : pivots.slice(1);
	return described(turns, start);
}

function described(pivots: readonly CurvePoint[], start: CurvePoint): TurningPoint[] {
	return pivots.map((pivot, i) => {
		const change = pivot.valence - (pivots[i - 1] ?? start).valence;
		return { at: pivot.at, kind: change > 0 ? "peak" : "valley", valence: pivot.valence, change };
	});
}
