import { FEATURE_SPEC } from "./feature-spec.ts";
import type { LogMel } from "./log-mel.ts";

/** The first band looked at begins at 148 Hz: mains hum and a microphone's constant offset lie below. */
export const FIRST_BAND = 3;

/** Decibels in a natural-log unit of energy. */
const DECIBELS = 10 / Math.LN10;

/** Of each frame's bands from 148 Hz on. */
export interface SpectralShape {
	/** Their mean energy in dB, on the scale of `LogMel.levels`. */
	levels: Float32Array;
	/** dB: geometric over arithmetic mean of their energies (spectral flatness, Wiener entropy); 0 is perfectly flat. */
	flatnesses: Float32Array;
}

export function spectralShape({ frames, cells }: LogMel): SpectralShape {
	const { melBands } = FEATURE_SPEC;
	const bands = melBands - FIRST_BAND;
	const [levels, flatnesses] = [new Float32Array(frames), new Float32Array(frames)];
	for (let t = 0; t < frames; t++) {
		let [logarithms, energies] = [0, 0];
		for (let i = t * melBands + FIRST_BAND; i < (t + 1) * melBands; i++) {
			const cell = cells[i] ?? 0;
			logarithms += cell;
			energies += Math.exp(cell);
		}
		const level = Math.log(energies / bands) * DECIBELS;
		levels[t] = level;
		flatnesses[t] = (logarithms / bands) * DECIBELS - level;
	}
	return { levels, flatnesses };
}
