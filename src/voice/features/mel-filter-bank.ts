import { FEATURE_SPEC } from "./feature-spec.ts";

/** A triangle over neighbouring FFT bins; bins outside it weigh nothing and are left out. */
export interface MelFilter {
	firstBin: number;
	weights: Float64Array;
}

/**
 * Triangles equally spaced in mel, peak 1 without area normalisation, on exact bin frequencies (nothing is rounded
 * to a bin). Mel scale of HTK: mel(f) = 2595 log10(1 + f / 700).
 */
export function melFilterBank(): MelFilter[] {
	const { melBands, lowestFrequency, highestFrequency } = FEATURE_SPEC;
	const [lowest, highest] = [toMel(lowestFrequency), toMel(highestFrequency)];
	const edge = (index: number) => toHertz(lowest + ((highest - lowest) * index) / (melBands + 1));
	return Array.from({ length: melBands }, (_, band) => triangle(edge(band), edge(band + 1), edge(band + 2)));
}

function triangle(left: number, centre: number, right: number): MelFilter {
	const { sampleRate, fftSize } = FEATURE_SPEC;
	const binWidth = sampleRate / fftSize;
	const firstBin = Math.floor(left / binWidth) + 1;
	const bins = Math.max(0, Math.ceil(right / binWidth) - firstBin);
	const weights = Float64Array.from({ length: bins }, (_, i) => {
		const frequency = (firstBin + i) * binWidth;
		return Math.min((frequency - left) / (centre - left), (right - frequency) / (right - centre));
	});
	return { firstBin, weights };
}

function toMel(hertz: number): number {
	return 2595 * Math.log10(1 + hertz / 700);
}

function toHertz(mel: number): number {
	return 700 * (10 ** (mel / 2595) - 1);
}
