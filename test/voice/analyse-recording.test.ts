import { describe, expect, it } from "vitest";
import { EMOTIONS, type EmotionScore } from "../../src/emotions.ts";
import { analyseRecording } from "../../src/voice/analyse-recording.ts";
import { fixture } from "../support/fixtures.ts";
import { buzz, noise, silence, wav } from "../support/wav.ts";

function expectWholePercents(scores: EmotionScore[]): void {
	const confidences = scores.map(({ confidence }) => confidence);
	expect(new Set(scores.map(({ emotion }) => emotion))).toEqual(new Set(EMOTIONS));
	expect(confidences.reduce((sum, value) => sum + value, 0)).toBe(100);
	expect(confidences.every(Number.isInteger)).toBe(true);
	expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
}

describe("a note", () => {
	it("has eight whole percents that sum to 100, highest first, as a whole and a window", async () => {
		const reading = await analyseRecording(await fixture("note-60s.webm"));
		expect(reading.seconds).toBeCloseTo(60, 1);
		expectWholePercents(reading.scores);
		for (const { scores } of reading.timeline) expectWholePercents(scores);
	});

	it("has a timeline of windows of 4.5 s in order, within the note", async () => {
		const { timeline, seconds } = await analyseRecording(await fixture("note-60s.webm"));
		expect(timeline).toHaveLength(14);
		for (const [i, { at, length }] of timeline.entries()) {
			expect(at).toBeGreaterThan(timeline[i - 1]?.at ?? -1);
			expect(length).toBe(4.5);
			expect(at + length).toBeLessThanOrEqual(seconds);
		}
	});

	it("scores the same speech within 15 points in four containers", async () => {
		const readings = [];
		for (const name of ["note.wav", "note.webm", "note.ogg", "note.mp3"]) {
			const { scores } = await analyseRecording(await fixture(name));
			readings.push(new Map(scores.map(({ emotion, confidence }) => [emotion, confidence])));
		}
		for (const emotion of EMOTIONS) {
			const confidences = readings.map((reading) => reading.get(emotion) ?? 0);
			expect(Math.max(...confidences) - Math.min(...confidences), emotion).toBeLessThanOrEqual(15);
		}
	});

	it("scores the same however it was recorded: live, in stereo, at another rate or loudness", async () => {
		const quiet = (await fixture("note.wav")).slice();
		const view = new DataView(quiet.buffer);
		for (let at = 44; at + 1 < quiet.length; at += 2) view.setInt16(at, view.getInt16(at, true) / 4, true);
		const [loud, soft] = [await analyseRecording(await fixture("note.wav")), await analyseRecording(quiet)];
		expect(soft.scores[0]?.emotion).toBe(loud.scores[0]?.emotion);
	});

	it("leaves silence within it out of the timeline", async () => {
		const parts = [buzz(6), silence(12), buzz(6)].flatMap((part) => Array.from(part));
		const { timeline } = await analyseRecording(wav(parts));
		expect(timeline.some(({ at, length }) => at >= 7 && at + length <= 17)).toBe(false);
		expect(timeline[0]?.at).toBe(0);
	});

	it("of half a second is still heard", async () => {
		expectWholePercents((await analyseRecording(wav(buzz(0.5)))).scores);
	});
});

describe("silence is refused, not classified", () => {
	it.each([
		["digital silence", silence(30)],
		["a hissing microphone", noise(30, 0.003)],
		["loud noise", noise(30, 0.3)],
	])("%s", async (_, samples) => {
		await expect(analyseRecording(wav(samples))).rejects.toMatchObject({
			reason: "silent",
			message: "The recording is silent: it contains no audible voice.",
		});
	});
});

it("analyses ten recordings at once as it analyses one", async () => {
	const file = await fixture("speech.webm");
	const alone = await analyseRecording(file);
	const together = await Promise.all(Array.from({ length: 10 }, () => analyseRecording(file)));
	for (const reading of together) expect(reading).toEqual(alone);
});
