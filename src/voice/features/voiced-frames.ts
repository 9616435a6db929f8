import { activeFrames } from "./active-frames.ts";
import { FEATURE_SPEC } from "./feature-spec.ts";
import type { LogMel } from "./log-mel.ts";

/** The first band looked at begins at 148 Hz: mains hum and a microphone's constant offset lie below. */
const FIRST_BAND = 3;

/** dB as in `LogMel.levels`: a sine of −68 dBFS. The corpora's quietest speech reads −28, an idle microphone less. */
const LOWEST_LEVEL = -45;

/**
 * dB: geometric over arithmetic mean of a frame's bands (spectral flatness, Wiener entropy). White and pink noise
 * stay above −3, voiced speech in the corpora lies between −26 and −4 (median −13), tones below −60.
 */
const HIGHEST_FLATNESS = -4;

/** Decibels in a natural-log unit of energy. */
const DECIBELS = 10 / Math.LN10;

/**
 * For each frame, whether a voice can be heard: loud enough within the recording and at all, and with the peaks and
 * valleys in its spectrum that a noise does not have.
 */
export function voicedFrames({ cells, levels }: LogMel): boolean[] {
	const { melBands } = FEATURE_SPEC;
	return activeFrames(levels).map((active, t) => {
		if (!active) return false;
		const { level, flatness } = shapeOf(cells.subarray(t * melBands + FIRST_BAND, (t + 1) * melBands));
		return level >= LOWEST_LEVEL && flatness < HIGHEST_FLATNESS;
	});
}

function shapeOf(bands: Float32Array): { level: number; flatness: number } {
	let [logarithms, energies] = [0, 0];
	for (const band of bands) {
		logarithms += band;
		energies += Math.exp(band);
	}
	const level = Math.log(energies / bands.length) * DECIBELS;
	return { level, flatness: (logarithms / bands.length) * DECIBELS - level };
}
