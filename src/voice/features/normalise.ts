import { FEATURE_SPEC } from "./feature-spec.ts";
import { activeFrames, percentile } from "./frames.ts";

const { melBands, dynamicRange } = FEATURE_SPEC;
const EPSILON = 1e-3;

/**
 * Normalises a window as in training: clipped 70 dB below the 99th percentile, then zero mean and unit variance. The
 * percentile, mean and deviation (population) are scalars over all cells of active frames. `cells` is [frames, 64].
 */
export function normalise(cells: Float32Array, levels: Float32Array): Float32Array {
	const reference = cellsOfActiveFrames(cells, activeFrames(levels));
	const lowest = percentile(reference, 99) - dynamicRange;
	const { mean, deviation } = momentsAbove(lowest, reference);
	return cells.map((value) => (Math.max(value, lowest) - mean) / (deviation + EPSILON));
}

function cellsOfActiveFrames(cells: Float32Array, active: boolean[]): Float32Array {
	const kept = new Float32Array(active.filter(Boolean).length * melBands);
	let at = 0;
	active.forEach((isActive, t) => {
		if (!isActive) return;
		kept.set(cells.subarray(t * melBands, (t + 1) * melBands), at);
		at += melBands;
	});
	return kept.length ? kept : cells;
}

function momentsAbove(lowest: number, values: Float32Array): { mean: number; deviation: number } {
	let sum = 0;
	for (const value of values) sum += Math.max(value, lowest);
	const mean = sum / values.length;
	let squares = 0;
	for (const value of values) squares += (Math.max(value, lowest) - mean) ** 2;
	return { mean, deviation: Math.sqrt(squares / values.length) };
}
