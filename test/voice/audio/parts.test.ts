import { describe, expect, it } from "vitest";
import { decodeRecording } from "../../../src/voice/audio/decode-recording.ts";
import { fixture } from "../../support/fixtures.ts";
import { buzz, wav } from "../../support/wav.ts";

const secondsOf = async (file: Uint8Array<ArrayBuffer>) => (await decodeRecording(file)).seconds;
const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const SPEECH = 4.2;

/** Where each page of an Ogg file begins. */
function pageStarts(file: Uint8Array): number[] {
	const buffer = Buffer.from(file);
	const starts: number[] = [];
	for (let at = buffer.indexOf("OggS"); at !== -1; at = buffer.indexOf("OggS", at + 1)) starts.push(at);
	return starts;
}

describe.each(["speech-opus.ogg", "speech-vorbis.ogg"])("%s", (name) => {
	it("gives what its whole pages hold when its last page is cut off", async () => {
		const whole = await fixture(name);
		const seconds = await secondsOf(whole.slice(0, -100));
		expect(seconds).toBeGreaterThan(2.9);
		expect(seconds).toBeLessThan(SPEECH + 0.1);
	});

	it("gives both parts when it is chained with another", async () => {
		const whole = await fixture(name);
		const { samples } = await decodeRecording(whole);
		const both = await decodeRecording(joined(whole, whole));
		expect(both.seconds).toBeCloseTo(2 * SPEECH, 0);
		expect(both.samples.slice(8_000, 16_000)).toEqual(samples.slice(8_000, 16_000));
	});

	it("is refused when its parts are longer than a minute together", async () => {
		const whole = await fixture(name);
		await expect(decodeRecording(joined(...Array(16).fill(whole)))).rejects.toMatchObject({
			reason: "too-long",
		});
		await expect(decodeRecording(joined(...Array(80).fill(whole)))).rejects.toMatchObject({
			reason: "unsupported",
		});
	});

	it("gives the sound when there is something else between its pages", async () => {
		const whole = await fixture(name);
		const [, second = 0] = pageStarts(whole);
		const last = pageStarts(whole).at(-1) ?? 0;
		const garbage = Uint8Array.from({ length: 300 }, (_, i) => i % 251);
		const gapped = joined(
			whole.slice(0, second),
			garbage,
			whole.slice(second, last),
			garbage,
			whole.slice(last),
		);
		expect(await secondsOf(gapped)).toBeCloseTo(await secondsOf(whole), 1);
	});

	it("gives the sound when its comments are broken", async () => {
		const whole = await fixture(name);
		const marker = name.includes("opus") ? "OpusTags" : "\u0003vorbis";
		const at = Buffer.from(whole).indexOf(marker, 0, "latin1") + marker.length;
		const broken = whole.slice();
		broken.set([0xff, 0xff, 0xff, 0x7f], at);
		expect(await secondsOf(broken)).toBeCloseTo(await secondsOf(whole), 1);
	});
});

describe("WebM", () => {
	it("gives both parts when two finished files were joined", async () => {
		const whole = await fixture("speech.webm");
		expect(await secondsOf(joined(whole, whole))).toBeCloseTo(2 * SPEECH, 0);
	});
});

describe("WAV", () => {
	const sound = wav(buzz(2));
	const chunk = (id: string, size: number, body = new Uint8Array(size)) => {
		const head = Buffer.from(`${id}\0\0\0\0`, "latin1");
		head.writeUInt32LE(size, 4);
		return joined(head, body);
	};
	/** The sound with another chunk between its format and its data. */
	const withChunk = (extra: Uint8Array) => joined(sound.slice(0, 36), extra, sound.slice(36));

	it.each([0, 0xffff_ffff, 0x7fff_ffff])(
		"is read to its end when its writer left the size at %i",
		async (size) => {
			expect(await secondsOf(wav(buzz(2), { claimedBytes: size }))).toBeCloseTo(2, 2);
		},
	);

	it.each([
		["an empty ID3 chunk", chunk("ID3 ", 0)],
		["an empty LIST chunk", chunk("LIST", 0)],
		["an odd chunk with padding", joined(chunk("note", 3), new Uint8Array(1))],
		["an odd chunk without padding", chunk("note", 3)],
	])("is read with %s before its sound", async (_, extra) => {
		expect(await secondsOf(withChunk(extra))).toBeCloseTo(2, 2);
	});

	it.each([
		["ADPCM", 0x11, 4],
		["ADPCM", 0x02, 4],
		["GSM", 0x31, 0],
		["PCM of 64 bits", 1, 64],
	])("in %s is refused by that name", async (name, tag, bits) => {
		const file = sound.slice();
		const view = new DataView(file.buffer);
		view.setUint16(20, tag, true);
		view.setUint16(32, Math.max(1, bits / 8), true);
		view.setUint16(34, bits, true);
		await expect(decodeRecording(file)).rejects.toMatchObject({
			reason: "unsupported",
			message: expect.stringContaining(`${name} is not supported`),
		});
	});

	it("of 12 bits in 16 is the sound of 16", async () => {
		const file = sound.slice();
		new DataView(file.buffer).setUint16(34, 12, true);
		expect((await decodeRecording(file)).samples).toEqual((await decodeRecording(sound)).samples);
	});
});
