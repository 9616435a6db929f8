import { activeFrames } from "./active-frames.ts";
import { FEATURE_SPEC } from "./feature-spec.ts";
import type { LogMel } from "./log-mel.ts";

/** dB as in `LogMel.levels`: a sine of −68 dBFS. Speech in the corpora starts at −28; an idle microphone ends here. */
const LOWEST_LEVEL = -45;

/**
 * dB: geometric over arithmetic mean of a frame's bands (spectral flatness, Wiener entropy). White and pink noise
 * stay above −3, voiced speech in the corpora lies between −26 and −4 (median −13), tones below −60.
 */
const HIGHEST_FLATNESS = -4;

/** In dB per natural-log unit of energy. */
const DECIBELS = 10 / Math.LN10;

/**
 * For each frame, whether a voice can be heard: loud enough within the recording and at all, and with the peaks and
 * valleys in its spectrum that a noise does not have.
 */
export function voicedFrames({ cells, levels }: LogMel): boolean[] {
	const { melBands } = FEATURE_SPEC;
	return activeFrames(levels).map((active, t) => {
		const level = levels[t] ?? Number.NEGATIVE_INFINITY;
		if (!active || level < LOWEST_LEVEL) return false;
		let sum = 0;
		for (let i = t * melBands; i < (t + 1) * melBands; i++) sum += cells[i] ?? 0;
		return (sum / melBands) * DECIBELS - level < HIGHEST_FLATNESS;
	});
}
