import { expect, it } from "vitest";
import { logMel } from "../../../src/voice/features/log-mel.ts";
import { voicedFrames } from "../../../src/voice/features/voiced-frames.ts";
import { planWindows } from "../../../src/voice/windows/plan-windows.ts";

const RATE = 16_000;
const SPEC = { frames: 300, hopFrames: 150, wholeUpToFrames: 360, minActiveShare: 0.3 };

/** A buzz of a voice's pitch with its harmonics, so that its spectrum has peaks. */
const voice = (seconds: number, gain = 0.1) =>
	Float32Array.from({ length: seconds * RATE }, (_, i) => {
		const phase = (2 * Math.PI * 140 * i) / RATE;
		return gain * (Math.sin(phase) + 0.5 * Math.sin(2 * phase) + 0.25 * Math.sin(5 * phase));
	});
const silence = (seconds: number) => new Float32Array(seconds * RATE);
function noise(seconds: number, gain: number): Float32Array {
	let state = 1;
	return Float32Array.from({ length: seconds * RATE }, () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return gain * (state / 2 ** 31 - 1);
	});
}
function joined(...parts: Float32Array[]): Float32Array {
	return Float32Array.from(parts.flatMap((part) => Array.from(part)));
}
const plan = (samples: Float32Array) => planWindows(logMel(samples), SPEC);
const share = (values: boolean[]) => values.filter(Boolean).length / values.length;

it("hears a voice and a tone, but no noise, hiss or silence", () => {
	expect(share(voicedFrames(logMel(voice(2))))).toBe(1);
	expect(share(voicedFrames(logMel(voice(2, 0.001))))).toBe(1);
	expect(share(voicedFrames(logMel(silence(2))))).toBe(0);
	expect(share(voicedFrames(logMel(noise(2, 0.3))))).toBeLessThan(0.02);
	expect(share(voicedFrames(logMel(noise(2, 0.001))))).toBeLessThan(0.02);
});

it("plans nothing where no voice can be heard", () => {
	for (const samples of [silence(30), noise(30, 0.2), joined(silence(5), voice(0.2), silence(5))]) {
		expect(plan(samples)).toEqual([]);
	}
});

it("takes neither mains hum nor a microphone's constant offset for a voice", () => {
	const hum = Float32Array.from(
		{ length: 5 * RATE },
		(_, i) => 0.01 * Math.sin((2 * Math.PI * 50 * i) / RATE),
	);
	expect(plan(hum)).toEqual([]);
	expect(plan(new Float32Array(5 * RATE).fill(0.005))).toEqual([]);
});

it("hears a short recording at once, from its first sound to its last", () => {
	const [window, ...others] = plan(joined(silence(1), voice(1), silence(1)));
	expect(others).toEqual([]);
	expect(window?.start).toBeGreaterThanOrEqual(90);
	expect(window?.start).toBeLessThanOrEqual(100);
	expect(window?.end).toBeGreaterThanOrEqual(200);
	expect(window?.end).toBeLessThanOrEqual(210);
});

it("cuts a long recording into windows of 3 s every 1.5 s, the last one at least half as long", () => {
	const windows = plan(voice(10));
	expect(windows.map(({ start }) => start)).toEqual([0, 150, 300, 450, 600, 750]);
	expect(windows.at(-1)).toMatchObject({ start: 750, end: 998 });
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
	const windows = plan(joined(voice(6, 0.05), voice(6, 0.1)));
	const [quiet, loud] = [windows.at(0)?.weight ?? 0, windows.at(-2)?.weight ?? 0];
	expect(loud / quiet).toBeCloseTo(4, 1);
});

it("falls back on the loudest window when speech is scattered too thinly for any", () => {
	const word = joined(voice(0.3), silence(2.7));
	expect(plan(joined(word, word, word, word))).toHaveLength(1);
});
