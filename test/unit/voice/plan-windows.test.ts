import { expect, it } from "vitest";
import { logMel } from "../../../src/voice/features/log-mel.ts";
import { voicedFrames } from "../../../src/voice/features/spectral-shape.ts";
import { planWindows } from "../../../src/voice/windows/plan-windows.ts";
import { noise, offset, silence, tone, buzz as voice } from "../../support/wav.ts";

const SPEC = { frames: 300, wholeUpToFrames: 360, minActiveShare: 0.3 };

function joined(...parts: Float32Array[]): Float32Array {
	return Float32Array.from(parts.flatMap((part) => Array.from(part)));
}
const plan = (samples: Float32Array) => planWindows(logMel(samples), SPEC);
const share = (values: boolean[]) => values.filter(Boolean).length / values.length;

it("hears a voice and a tone, but no noise, hiss or silence", () => {
	expect(share(voicedFrames(logMel(voice(2))))).toBe(1);
	expect(share(voicedFrames(logMel(voice(2).map((value) => value / 20))))).toBe(1);
	expect(share(voicedFrames(logMel(silence(2))))).toBe(0);
	expect(share(voicedFrames(logMel(noise(2, 0.3))))).toBeLessThan(0.02);
	expect(share(voicedFrames(logMel(noise(2, 0.001))))).toBeLessThan(0.02);
});

it("plans no window where there is no voice", () => {
	for (const samples of [silence(30), noise(30, 0.2), joined(silence(5), voice(0.2), silence(5))]) {
		expect(plan(samples)).toEqual([]);
	}
});

it("takes neither mains hum nor a microphone's constant offset for a voice", () => {
	const overtones = Array.from({ length: 20 }, (_, i) => tone(5, 50 * (i + 1), 0.05 / (i + 1)));
	const buzzingHum = overtones.reduce((sum, one) => sum.map((value, i) => value + (one[i] ?? 0)));
	for (const hum of [tone(5, 50, 0.01), buzzingHum]) expect(plan(hum)).toEqual([]);
	for (const level of [0.005, 0.3, 1]) expect(plan(offset(5, level))).toEqual([]);
	expect(plan(noise(5, 0.001).map((value) => value + 0.3))).toEqual([]);
});

it("takes no tone for a voice, of whatever pitch and loudness, short or long", () => {
	for (const frequency of [110, 220, 440, 1_000, 3_000])
		for (const gain of [0.9, 0.1, 0.003])
			for (const seconds of [1, 8]) expect(plan(tone(seconds, frequency, gain))).toEqual([]);
});

it("takes no noise for a voice, of whatever colour", () => {
	for (const leak of [0, 0.5, 0.9, 0.97, 0.99, 0.999]) {
		let sum = 0;
		const coloured = noise(8, 0.3).map((value) => {
			sum = leak * sum + value;
			return sum * Math.sqrt(1 - leak ** 2);
		});
		expect(plan(coloured)).toEqual([]);
	}
});

it("hears a voice in a noise and over a constant offset", () => {
	const hiss = noise(8, 0.04);
	expect(plan(voice(8).map((value, i) => value + (hiss[i] ?? 0)))).not.toEqual([]);
	expect(plan(voice(8).map((value) => value + 0.3))).not.toEqual([]);
});

it("hears a short recording at once, from its first sound to its last", () => {
	const [window, ...others] = plan(joined(silence(1), voice(1), silence(1)));
	expect(others).toEqual([]);
	expect(window?.start).toBeGreaterThanOrEqual(90);
	expect(window?.start).toBeLessThanOrEqual(100);
	expect(window?.end).toBeGreaterThanOrEqual(200);
	expect(window?.end).toBeLessThanOrEqual(210);
});

it("cuts a long recording into as few windows of 3 s as cover it, at even distances", () => {
	expect(plan(voice(10)).map(({ start, end }) => [start, end])).toEqual([
		[0, 300],
		[232, 532],
		[465, 765],
		[698, 998],
	]);
	expect(plan(voice(4)).map(({ start, end }) => [start, end])).toEqual([
		[0, 300],
		[98, 398],
	]);
	expect(plan(voice(60))).toHaveLength(20);
});

it("leaves windows of silence out", () => {
	const windows = plan(joined(voice(6), silence(12), voice(6)));
	expect(windows.every(({ start, end }) => end <= 600 || start >= 1_500 || start < 600 || end > 1_800)).toBe(
		true,
	);
	expect(windows.some(({ start }) => start >= 750 && start < 1_500)).toBe(false);
	expect(windows.at(0)?.start).toBe(0);
	expect(windows.at(-1)?.end).toBe(2_398);
});

it("weighs windows by the energy of their voiced frames", () => {
	const windows = plan(
		joined(
			voice(6).map((value) => value / 2),
			voice(6),
		),
	);
	const [quiet, loud] = [windows.at(0)?.weight ?? 0, windows.at(-2)?.weight ?? 0];
	expect(loud / quiet).toBeCloseTo(4, 1);
});

it("falls back on the loudest window when speech is scattered too thinly for any", () => {
	const word = joined(voice(0.3), silence(2.7));
	expect(plan(joined(word, word, word, word))).toHaveLength(1);
});
