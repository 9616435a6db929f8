import { array, assert, constantFrom, integer, property } from "fast-check";
import { expect, it } from "vitest";
import { Resampler } from "../../../src/voice/audio/resampler.ts";

const RATE = 16_000;
const sine = (frequency: number, rate: number, seconds = 1) =>
	Float32Array.from({ length: rate * seconds }, (_, i) => Math.sin((2 * Math.PI * frequency * i) / rate));

/** Level of the steady middle, in dB of a full sine. */
function level(samples: Float32Array): number {
	const middle = samples.subarray(samples.length / 8, (samples.length * 7) / 8);
	const meanSquare = middle.reduce((sum, value) => sum + value * value, 0) / middle.length;
	return 10 * Math.log10(2 * meanSquare + 1e-20);
}

function resampled(
	samples: Float32Array,
	from: number,
	pieces: readonly number[] = [samples.length],
): number[] {
	const resampler = new Resampler(from, RATE);
	const out: number[] = [];
	let at = 0;
	for (let i = 0; at < samples.length; i++) {
		const length = pieces[i % pieces.length] ?? samples.length;
		out.push(...resampler.push(samples.subarray(at, at + length)));
		at += length;
	}
	out.push(...resampler.flush());
	return out;
}

it.each([48_000, 44_100, 22_050, 8_000, 96_000])(
	"leaves a tone of 1 kHz at its level and place from %i Hz",
	(from) => {
		const out = Float32Array.from(resampled(sine(1_000, from), from));
		const expected = sine(1_000, RATE);
		for (let i = 400; i < RATE - 400; i++) expect(out[i]).toBeCloseTo(expected[i] ?? 0, 2);
	},
);

it.each([
	[100, 0.01],
	[4_000, 0.01],
	[7_000, 0.3],
])("passes %i Hz within %f dB", (frequency, tolerance) => {
	const out = Float32Array.from(resampled(sine(frequency, 48_000), 48_000));
	expect(Math.abs(level(out))).toBeLessThan(tolerance);
});

it.each([8_500, 9_000, 12_000, 20_000])("does not let %i Hz come back as an alias", (frequency) => {
	const out = Float32Array.from(resampled(sine(frequency, 48_000), 48_000));
	expect(level(out)).toBeLessThan(-80);
});

it("gives a second for a second, whatever the rate", () => {
	for (const from of [8_000, 11_025, 22_050, 44_100, 48_000, 192_000]) {
		expect(resampled(sine(440, from), from).length).toBe(RATE);
	}
});

it("does not depend on how the samples are cut", () => {
	const samples = sine(440, 11_025, 0.2);
	const whole = resampled(samples, 11_025);
	assert(
		property(array(integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 8 }), (pieces) => {
			expect(resampled(samples, 11_025, pieces)).toEqual(whole);
		}),
		{ numRuns: 30 },
	);
});

it("returns the samples themselves at the rate they already have", () => {
	assert(
		property(constantFrom(0, 1, 500), (length) => {
			const samples = sine(100, RATE).subarray(0, length);
			expect(new Resampler(RATE, RATE).push(samples)).toBe(samples);
		}),
	);
});
