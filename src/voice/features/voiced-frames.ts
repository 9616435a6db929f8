import { activeFrames } from "./active-frames.ts";
import type { LogMel } from "./log-mel.ts";
import { spectralShape } from "./spectral-shape.ts";

/** dB as in `LogMel.levels`: a sine of −68 dBFS. The corpora's quietest speech reads −28, an idle microphone less. */
const LOWEST_LEVEL = -45;

/**
 * dB of spectral flatness. White and pink noise stay above −3, voiced speech in the corpora lies between −26 and −4
 * (median −13). No lower bound: a tone lies below −40, but so does speech through a telephone, whose upper bands
 * are empty.
 */
const HIGHEST_FLATNESS = -4;

/**
 * For each frame, whether a voice can be heard: loud enough within the recording and at all, and with the peaks and
 * valleys in its spectrum that a noise does not have.
 */
export function voicedFrames(recording: LogMel, shape = spectralShape(recording)): boolean[] {
	const { levels, flatnesses } = shape;
	return activeFrames(recording.levels).map(
		(active, t) => active && (levels[t] ?? 0) >= LOWEST_LEVEL && (flatnesses[t] ?? 0) < HIGHEST_FLATNESS,
	);
}
