import { expect, it } from "vitest";
import { type Random, seededRandom } from "../../../src/seeded-random.ts";
import { decodeRecording } from "../../../src/voice/audio/decode-recording.ts";
import { RecordingRefused } from "../../../src/voice/audio/recording-refused.ts";
import { fixture } from "../../support/fixtures.ts";

const SOURCES = [
	"speech.webm",
	"live.webm",
	"vorbis.webm",
	"video.webm",
	"opus.mkv",
	"speech-opus.ogg",
	"speech-vorbis.ogg",
	"vbr-id3.mp3",
	"mono-8k-u8.wav",
	"mono-8k-alaw.wav",
];
const FILES_PER_SOURCE = 220;

type Mutation = (file: Uint8Array<ArrayBuffer>, random: Random) => Uint8Array<ArrayBuffer>;

const below = (limit: number, random: Random) => Math.floor(random() * limit);

function flip(file: Uint8Array<ArrayBuffer>, reach: number, random: Random): Uint8Array<ArrayBuffer> {
	const changed = file.slice();
	for (let left = 1 + below(12, random); left > 0; left--) changed[below(reach, random)] = below(256, random);
	return changed;
}

const MUTATIONS: Mutation[] = [
	(file, random) => file.slice(0, below(file.length, random)),
	(file, random) => file.slice(below(file.length, random)),
	(file, random) => flip(file, Math.min(400, file.length), random),
	(file, random) => flip(file, file.length, random),
	(file, random) =>
		file.slice().fill(below(256, random), below(file.length, random), below(file.length, random)),
	(file, random) => joined(file.slice(0, below(file.length, random)), file.slice(below(file.length, random))),
];

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array<ArrayBuffer> {
	const both = new Uint8Array(head.length + tail.length);
	both.set(head);
	both.set(tail, head.length);
	return both;
}

/** What became of a file. Anything but audio or a refusal is a fault of ours and fails the test. */
async function outcomeOf(file: Uint8Array<ArrayBuffer>): Promise<string> {
	try {
		const { samples, seconds } = await decodeRecording(file);
		return samples.every(Number.isFinite) && seconds <= 60.5 ? "decoded" : "implausible";
	} catch (error) {
		return error instanceof RecordingRefused ? error.reason : `not a refusal: ${error}`;
	}
}

it.each(SOURCES)("220 damaged copies of %s are decoded or refused, each with a reason", async (name) => {
	const original = await fixture(name);
	const random = seededRandom(20_261_122);
	const outcomes = new Map<string, number>();
	for (let i = 0; i < FILES_PER_SOURCE; i++) {
		const mutate = MUTATIONS[i % MUTATIONS.length] as Mutation;
		const outcome = await outcomeOf(mutate(original, random));
		outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
	}
	const allowed = ["decoded", "damaged", "empty", "too-long", "too-short", "unknown-format", "unsupported"];
	expect(allowed).toEqual(expect.arrayContaining([...outcomes.keys()]));
	expect(outcomes.get("decoded")).toBeGreaterThan(0);
	expect([...outcomes.values()].reduce((sum, count) => sum + count, 0)).toBe(FILES_PER_SOURCE);
});

it("still decodes whole files after all of that", async () => {
	for (const name of SOURCES)
		expect((await decodeRecording(await fixture(name))).seconds).toBeGreaterThan(2.9);
});

it.each(["live.webm", "speech.mp3", "mono-8k-u8.wav"])(
	"decodes what is left of %s when it was cut off",
	async (name) => {
		const whole = await fixture(name);
		const half = await decodeRecording(whole.slice(0, whole.length / 2));
		expect(half.seconds).toBeGreaterThan(1.5);
		expect(half.seconds).toBeLessThan(2.7);
	},
);

it("says that a WebM with an index is damaged when it was cut in half", async () => {
	const whole = await fixture("speech.webm");
	await expect(decodeRecording(whole.slice(0, whole.length / 2))).rejects.toMatchObject({
		reason: "damaged",
	});
});
