import { activeFrames } from "../features/frames.ts";
import type { LogMel } from "../features/log-mel.ts";
import { isSteady, spectralShape, voicedFrames } from "../features/spectral-shape.ts";

/** Lengths in frames of 10 ms; see `ModelSpec.windows`. */
export interface WindowSpec {
	frames: number;
	wholeUpToFrames: number;
	minActiveShare: number;
}

/** One input window of the model: frames [start, end). */
export interface PlannedWindow {
	start: number;
	end: number;
	/** Energy of its voiced frames: its weight when windows are pooled. */
	weight: number;
}

/** Frames kept on each side of the first and last active frame of a short recording, as in training. */
const MARGIN = 5;

/** Minimum number of voiced frames in a recording: 0.3 s, about one word. */
const MIN_VOICED_FRAMES = 30;

/**
 * The windows to classify, in order, without silent ones; none if the recording contains no voice. A short recording is
 * one window from its first sound to its last; a longer one is split into windows of equal length.
 */
export function planWindows(
	recording: LogMel,
	spec: WindowSpec,
	shape = spectralShape(recording),
): PlannedWindow[] {
	const voiced = voicedFrames(recording, shape);
	if (voiced.filter(Boolean).length < MIN_VOICED_FRAMES || isSteady(recording, shape)) return [];
	const active = activeFrames(recording.levels);
	const weigh = ({ start, end }: Stretch): PlannedWindow => ({
		start,
		end,
		weight: energy(recording.levels, voiced, start, end),
	});
	if (recording.frames <= spec.wholeUpToFrames) return [weigh(trimmed(active))];
	const all = evenWindows(recording.frames, spec).map(weigh);
	const kept = all.filter(
		({ start, end, weight }) => weight > 0 && shareOf(active, start, end) >= spec.minActiveShare,
	);
	return kept.length
		? kept
		: [all.reduce((loudest, window) => (window.weight > loudest.weight ? window : loudest))];
}

interface Stretch {
	start: number;
	end: number;
}

/** The fewest evenly spaced windows that cover the whole recording. */
function evenWindows(frames: number, spec: WindowSpec): Stretch[] {
	const count = Math.ceil(frames / spec.frames);
	return Array.from({ length: count }, (_, i) => {
		const start = Math.floor((i * (frames - spec.frames)) / (count - 1));
		return { start, end: start + spec.frames };
	});
}

function trimmed(active: boolean[]): Stretch {
	return {
		start: Math.max(0, active.indexOf(true) - MARGIN),
		end: Math.min(active.length, active.lastIndexOf(true) + 1 + MARGIN),
	};
}

function shareOf(active: boolean[], start: number, end: number): number {
	return active.slice(start, end).filter(Boolean).length / (end - start);
}

function energy(levels: Float32Array, voiced: boolean[], start: number, end: number): number {
	let sum = 0;
	for (let t = start; t < end; t++) if (voiced[t]) sum += 10 ** ((levels[t] ?? 0) / 10);
	return sum;
}
