import { InferenceSession } from "onnxruntime-web/wasm";
import { expect, it, vi } from "vitest";
import spec from "../../models/voice-emotion.json";
import weights from "../../models/voice-emotion.onnx";
import { EMOTIONS } from "../../src/emotions.ts";
import { ModelUnavailable } from "../../src/voice/model/model-unavailable.ts";
import { VoiceModel } from "../../src/voice/model/voice-model.ts";
import { softmax } from "../../src/voice/scores/emotion-scores.ts";
import vectors from "./fixtures/logits.json";

const floatsOf = (packed: string) =>
	new Float32Array(Uint8Array.from(atob(packed), (c) => c.charCodeAt(0)).buffer);
const window = (frames: number, value = 0.1) =>
	new Float32Array(frames * 64).map((_, i) => value * Math.sin(i));
const model = new VoiceModel(weights, spec);

it("gives the probabilities that the training framework gives", async () => {
	for (const { cells, logits } of vectors) {
		const [probabilities = []] = await model.classify([floatsOf(cells)]);
		const expected = softmax(Array.from(floatsOf(logits)), spec.temperature);
		for (const [i, value] of expected.entries()) {
			// Either runtime may round an integer the other way, and the next layer hears it.
			expect(Math.abs((probabilities[i] ?? Number.NaN) - value)).toBeLessThan(0.02);
		}
	}
});

it("names the eight emotions in the order of its outputs", async () => {
	await model.load();
	expect(model.emotions).toEqual(spec.labels);
	expect(new Set(model.emotions)).toEqual(new Set(EMOTIONS));
});

it("gives a window the same probabilities alone, in a batch, and beside others at the same time", async () => {
	const windows = [...Array.from({ length: 11 }, (_, i) => window(300, i + 1)), window(180), window(20)];
	const together = await model.classify(windows);
	const parallel = await Promise.all(windows.map((one) => model.classify([one])));
	expect(together).toHaveLength(13);
	for (const [i, row] of together.entries()) {
		expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
		for (const [k, value] of row.entries()) expect(parallel[i]?.[0]?.[k]).toBeCloseTo(value, 4);
	}
});

const { flux, ...withoutFlux } = spec.reliability.statistics;
const estimatedBy = (change: object) => ({ reliability: { ...spec.reliability, ...change } });
const fluxOf = (change: object) =>
	estimatedBy({ statistics: { ...withoutFlux, flux: { ...flux, ...change } } });

const SPEC_FAULTS: [string, object][] = [
	["another hash", { sha256: "0".repeat(64) }],
	["a label missing", { labels: spec.labels.slice(1) }],
	["a label twice", { labels: ["happy", ...spec.labels.slice(1)] }],
	["an unknown label", { labels: ["bored", ...spec.labels.slice(1)] }],
	["another input", { input: { ...spec.input, name: "audio" } }],
	["other bands", { input: { ...spec.input, bands: 80 } }],
	["another output", { output: { name: "scores" } }],
	["other features", { features: { ...spec.features, hopLength: 128 } }],
	["no reliability", { reliability: undefined }],
	["a statistic missing", estimatedBy({ statistics: withoutFlux })],
	["an unknown statistic", estimatedBy({ statistics: { ...spec.reliability.statistics, pitch: flux } })],
	["a statistic that does not vary", fluxOf({ deviation: 0 })],
	["a weight missing", fluxOf({ weight: undefined })],
	["a weight that is no number", fluxOf({ square: "0.5" })],
	["a mean that is not finite", fluxOf({ mean: Number.NaN })],
	["no bias", estimatedBy({ bias: undefined })],
	["thresholds in the wrong order", estimatedBy({ medium: 0.9, high: 0.6 })],
	["equal thresholds", estimatedBy({ medium: 0.6, high: 0.6 })],
	["a threshold that everything reaches", estimatedBy({ medium: 0 })],
	["a threshold that nothing reaches", estimatedBy({ high: 1.01 })],
	["a threshold missing", estimatedBy({ high: undefined })],
];
it.each(SPEC_FAULTS)("refuses a model described with %s", async (_, fault) => {
	const wrong = new VoiceModel(weights, { ...spec, ...fault });
	await expect(wrong.classify([window(300)])).rejects.toThrow(ModelUnavailable);
});

it("refuses weights that were changed", async () => {
	const changed = weights.slice(0);
	new Uint8Array(changed).fill(7, 500_000, 500_010);
	await expect(new VoiceModel(changed, spec).load()).rejects.toThrow(ModelUnavailable);
});

it("recovers from a load that failed", async () => {
	const fresh = new VoiceModel(weights, spec);
	const create = vi.spyOn(InferenceSession, "create").mockRejectedValueOnce(new Error("out of memory"));
	await expect(fresh.classify([window(300)])).rejects.toThrow(ModelUnavailable);
	expect(await fresh.classify([window(300)])).toHaveLength(1);
	expect(create).toHaveBeenCalledTimes(2);
	create.mockRestore();
});

it("loads once, however many ask", async () => {
	const fresh = new VoiceModel(weights, spec);
	const create = vi.spyOn(InferenceSession, "create");
	await Promise.all([fresh.load(), fresh.load(), fresh.classify([window(300)])]);
	expect(create).toHaveBeenCalledTimes(1);
	create.mockRestore();
});

it("recovers from a run that failed, by a new session", async () => {
	const fresh = new VoiceModel(weights, spec);
	const session = await fresh.load();
	vi.spyOn(session, "run").mockRejectedValueOnce(new WebAssembly.RuntimeError("unreachable"));
	await expect(fresh.classify([window(300)])).rejects.toThrow(ModelUnavailable);
	expect(await fresh.classify([window(300)])).toHaveLength(1);
	expect(await fresh.load()).not.toBe(session);
});

it("loads one new session, however many runs failed on the old one", async () => {
	const fresh = new VoiceModel(weights, spec);
	const session = await fresh.load();
	const create = vi.spyOn(InferenceSession, "create");
	let failLate = (_: Error): void => undefined;
	vi.spyOn(session, "run")
		.mockRejectedValueOnce(new Error("first"))
		.mockReturnValueOnce(
			new Promise((_, reject) => {
				failLate = reject;
			}),
		);
	const [first, second] = [fresh.classify([window(300)]), fresh.classify([window(300)])];
	const secondFails = expect(second).rejects.toThrow(ModelUnavailable);
	await expect(first).rejects.toThrow(ModelUnavailable);
	const third = fresh.classify([window(300)]);
	failLate(new Error("second"));
	await secondFails;
	expect(await third).toHaveLength(1);
	expect(await fresh.classify([window(300)])).toHaveLength(1);
	expect(create).toHaveBeenCalledTimes(1);
	create.mockRestore();
});
