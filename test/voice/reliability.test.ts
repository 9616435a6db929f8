import { describe, expect, it } from "vitest";
import spec from "../../models/voice-emotion.json";
import weights from "../../models/voice-emotion.onnx";
import { analyseRecording } from "../../src/voice/analyse-recording.ts";
import { analyseVoice } from "../../src/voice/analyse-voice.ts";
import { VoiceModel } from "../../src/voice/model/voice-model.ts";
import type { ReliabilitySpec } from "../../src/voice/reliability/estimate-reliability.ts";
import { fixture } from "../support/fixtures.ts";
import { noise, offset, tone, wav } from "../support/wav.ts";

const asFile = (samples: Float32Array) => async () => wav(samples);

describe("where there is no voice, a recording is refused:", () => {
	it.each([
		["a tone", () => fixture("tone.webm")],
		["brown noise", () => fixture("brown-noise.webm")],
		["a microphone's offset", asFile(offset(8, 0.3))],
		["an offset under hiss", asFile(noise(8, 0.002).map((value) => value + 0.3))],
		["mains hum", asFile(tone(8, 50, 0.3))],
		["a test tone as loud as can be", asFile(tone(8, 1_000, 1))],
	])("%s", async (_, file) => {
		await expect(analyseRecording(await file())).rejects.toMatchObject({ reason: "silent" });
	});
});

describe("what the model cannot know is called hardly reliable:", () => {
	it.each(["music.webm", "whisper.webm", "two-voices.webm"])("%s", async (name) => {
		const { reliability } = await analyseRecording(await fixture(name));
		expect(reliability).toBe("low");
	});
});

it("is decided by the model's own numbers, for the recording and not for its windows", async () => {
	const file = await fixture("note.webm");
	const readBy = (reliability: Partial<ReliabilitySpec>) =>
		analyseVoice(
			file,
			new VoiceModel(weights, { ...spec, reliability: { ...spec.reliability, ...reliability } }),
		);
	const sure = await readBy({ bias: 1_000 });
	const unsure = await readBy({ bias: -1_000 });
	expect([sure.reliability, unsure.reliability]).toEqual(["high", "low"]);
	expect(unsure.scores).toEqual(sure.scores);
	for (const window of sure.timeline) expect(Object.keys(window)).toEqual(["at", "length", "scores"]);
});
