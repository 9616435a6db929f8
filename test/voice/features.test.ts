import { expect, it } from "vitest";
import { decodeRecording } from "../../src/voice/audio/decode-recording.ts";
import { activeFrames } from "../../src/voice/features/frames.ts";
import { logMel } from "../../src/voice/features/log-mel.ts";
import { normalise } from "../../src/voice/features/normalise.ts";
import { fixture } from "../support/fixtures.ts";
import reference from "./fixtures/features.json";

const BANDS = 64;
const bytesOf = (packed: string) => Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
const floatsOf = (packed: string) => new Float32Array(bytesOf(packed).buffer);

function largestDifference(a: Float32Array, b: Float32Array): number {
	expect(a.length).toBe(b.length);
	return a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - (b[i] ?? 0))), 0);
}

const { samples } = await decodeRecording(await fixture("speech.wav"));
const recording = logMel(samples);

it("computes the log-mel the model was trained with", () => {
	expect(recording.frames).toBe(reference.frames);
	expect(largestDifference(recording.cells, floatsOf(reference.logMel))).toBeLessThan(1e-3);
});

it("finds the same active frames", () => {
	const active = Uint8Array.from(activeFrames(recording.levels), Number);
	expect(active).toEqual(bytesOf(reference.active));
});

it("normalises as in training", () => {
	const frames = reference.normalisedFrames;
	const normalised = normalise(
		recording.cells.subarray(0, frames * BANDS),
		recording.levels.subarray(0, frames),
	);
	expect(largestDifference(normalised, floatsOf(reference.normalised))).toBeLessThan(1e-3);
});

it("makes one frame of anything shorter than a frame", () => {
	expect(logMel(new Float32Array(10)).frames).toBe(1);
	expect(logMel(new Float32Array(560)).frames).toBe(2);
});

it("puts a tone into the band around its frequency, at the level its amplitude has", () => {
	const tone = Float32Array.from({ length: 16_000 }, (_, i) => Math.sin((2 * Math.PI * 1_000 * i) / 16_000));
	const { cells, levels } = logMel(tone);
	const row = Array.from(cells.subarray(20 * BANDS, 21 * BANDS));
	expect(row.indexOf(Math.max(...row))).toBe(21);
	expect(levels[20]).toBeGreaterThan(20);
	expect(levels[20]).toBeLessThan(26);
});
