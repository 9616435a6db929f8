import { describe, expect, it } from "vitest";
import spec from "../../models/voice-emotion.json";
import { decodeRecording } from "../../src/voice/audio/decode-recording.ts";
import { logMel } from "../../src/voice/features/log-mel.ts";
import { noteStatistics, STATISTICS } from "../../src/voice/reliability/note-statistics.ts";
import { planWindows } from "../../src/voice/windows/plan-windows.ts";
import { fixture } from "../support/fixtures.ts";
import references from "./fixtures/statistics.json";

describe.each(references)("of $file", ({ file, windows, probabilities, statistics }) => {
	const recording = fixture(file)
		.then(decodeRecording)
		.then(({ samples }) => logMel(samples));

	it("the windows are those of training", async () => {
		const planned = planWindows(await recording, spec.windows);
		expect(planned.map(({ start, end }) => [start, end])).toEqual(
			windows.map(({ start, end }) => [start, end]),
		);
		for (const [i, { weight }] of planned.entries())
			expect(weight / (windows[i]?.weight ?? 0)).toBeCloseTo(1, 3);
	});

	it("the statistics are those of training", async () => {
		const computed = noteStatistics(await recording, windows, probabilities);
		expect(Object.keys(statistics).toSorted()).toEqual(STATISTICS.toSorted());
		for (const name of STATISTICS) expect(computed[name], name).toBeCloseTo(statistics[name], 3);
	});
});
