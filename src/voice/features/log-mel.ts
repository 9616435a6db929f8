import FFT from "fft.js";
import { FEATURE_SPEC } from "./feature-spec.ts";

/** A triangular filter over adjacent FFT bins; bins with weight zero are left out. */
export interface MelFilter {
	firstBin: number;
	weights: Float64Array;
}

/**
 * Triangular filters equally spaced in mel, with peak 1 (no area normalisation) and edges not rounded to bins. HTK mel
 * scale: mel(f) = 2595 log10(1 + f / 700).
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

export interface LogMel {
	frames: number;
	/** Natural logarithms of band energies, [frames, 64], row-major. */
	cells: Float32Array;
	/** Mean band energy of each frame in dB; a full-scale sine is about +23. */
	levels: Float32Array;
}

const { frameLength, hopLength, fftSize, melBands, energyFloor } = FEATURE_SPEC;
/** Periodic Hann window. */
const WINDOW = Float64Array.from(
	{ length: frameLength },
	(_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / frameLength),
);
const FILTERS = melFilterBank();
const fft = new FFT(fftSize);

/**
 * Log-mel spectrogram of mono 16 kHz samples in [-1, 1]. Frame t covers samples [160 t, 160 t + 400), without centring;
 * energies are unscaled |X|². Input shorter than a frame is padded with silence to one frame.
 */
export function logMel(samples: Float32Array): LogMel {
	const frames = 1 + Math.max(0, Math.floor((samples.length - frameLength) / hopLength));
	const cells = new Float32Array(frames * melBands);
	const levels = new Float32Array(frames);
	const frame = new Array<number>(fftSize).fill(0);
	const spectrum = fft.createComplexArray();
	const power = new Float64Array(fftSize / 2 + 1);
	for (let t = 0; t < frames; t++) {
		for (let i = 0; i < frameLength; i++) frame[i] = (samples[t * hopLength + i] ?? 0) * (WINDOW[i] ?? 0);
		fft.realTransform(spectrum, frame);
		for (let k = 0; k < power.length; k++)
			power[k] = (spectrum[2 * k] ?? 0) ** 2 + (spectrum[2 * k + 1] ?? 0) ** 2;
		levels[t] = 10 * Math.log10(writeBands(power, cells.subarray(t * melBands, (t + 1) * melBands)));
	}
	return { frames, cells, levels };
}

/** Writes the log energy of each band and returns the mean energy. */
function writeBands(power: Float64Array, row: Float32Array): number {
	let total = 0;
	for (let band = 0; band < melBands; band++) {
		const { firstBin, weights } = FILTERS[band] ?? { firstBin: 0, weights: power };
		let energy = energyFloor;
		for (let i = 0; i < weights.length; i++) energy += (weights[i] ?? 0) * (power[firstBin + i] ?? 0);
		row[band] = Math.log(energy);
		total += energy;
	}
	return total / melBands;
}
