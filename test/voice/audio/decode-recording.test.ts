import { describe, expect, it } from "vitest";
import { decodeRecording } from "../../../src/voice/audio/decode-recording.ts";
import type { RefusalReason } from "../../../src/voice/audio/recording-refused.ts";
import { fixture } from "../../support/fixtures.ts";
import { buzz, silence, wav } from "../../support/wav.ts";

const SHORT = 4.2;

describe("decodes", () => {
	it.each([
		["speech.wav", "WAVE", "pcm-s16", SHORT],
		["stereo-48k-s16.wav", "WAVE", "pcm-s16", 2],
		["stereo-44k-s24.wav", "WAVE", "pcm-s24", 1],
		["mono-48k-f32.wav", "WAVE", "pcm-f32", 2],
		["mono-8k-u8.wav", "WAVE", "pcm-u8", SHORT],
		["mono-8k-alaw.wav", "WAVE", "alaw", SHORT],
		["mono-8k-mulaw.wav", "WAVE", "ulaw", SHORT],
		["speech.webm", "WebM", "opus", SHORT],
		["live.webm", "WebM", "opus", SHORT],
		["stereo.webm", "WebM", "opus", 3],
		["video.webm", "WebM", "opus", 3],
		["vorbis.webm", "WebM", "vorbis", 3],
		["opus.mkv", "Matroska", "opus", 3],
		["speech-opus.ogg", "Ogg", "opus", SHORT],
		["frames-60ms.ogg", "Ogg", "opus", 3],
		["speech-vorbis.ogg", "Ogg", "vorbis", SHORT],
		["speech.mp3", "MP3", "mp3", SHORT],
		["vbr-id3.mp3", "MP3", "mp3", SHORT],
		["stereo-22k.mp3", "MP3", "mp3", 3],
		["note-60s.webm", "WebM", "opus", 60],
	])("%s", async (name, container, codec, seconds) => {
		const decoded = await decodeRecording(await fixture(name));
		expect(decoded).toMatchObject({ container, codec, seconds: decoded.samples.length / 16_000 });
		expect(decoded.seconds).toBeGreaterThan(seconds - 0.02);
		expect(decoded.seconds).toBeLessThan(seconds + 0.07);
	});

	it("gives every format the sound of the WAV it was made from", async () => {
		const { samples: original } = await decodeRecording(await fixture("speech.wav"));
		for (const name of [
			"speech.webm",
			"live.webm",
			"speech-opus.ogg",
			"speech-vorbis.ogg",
			"speech.mp3",
			"vbr-id3.mp3",
		]) {
			const { samples } = await decodeRecording(await fixture(name));
			expect(bestCorrelation(original, samples), name).toBeGreaterThan(0.97);
		}
	});

	it("mixes channels down to their mean", async () => {
		const mono = await decodeRecording(wav(buzz(1)));
		const stereo = await decodeRecording(wav(buzz(1), { channels: 2 }));
		expect(stereo.samples).toEqual(mono.samples);
	});

	it("a WAV whose header does not know its length, as a stream's does", async () => {
		const streamed = wav(buzz(2), { claimedBytes: 0xff_ff_ff_ff });
		expect((await decodeRecording(streamed)).seconds).toBe(2);
	});

	it("a note of 60 s to the end, and the half second a recorder takes to stop", async () => {
		expect((await decodeRecording(wav(silence(60)))).seconds).toBe(60);
		expect((await decodeRecording(wav(silence(60.5)))).seconds).toBe(60.5);
	});
});

describe("refuses", () => {
	const refused: [string, RefusalReason, () => Promise<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>][] =
		[
			["nothing", "empty", () => new Uint8Array()],
			[
				"text",
				"unknown-format",
				() => new Uint8Array(new TextEncoder().encode("This is not audio. ".repeat(100))),
			],
			["zeros", "unknown-format", () => new Uint8Array(50_000)],
			["MP4", "unsupported", () => fixture("refused.m4a")],
			["AAC", "unsupported", () => fixture("refused.aac")],
			["FLAC", "unsupported", () => fixture("refused.flac")],
			["a film without sound", "unsupported", () => fixture("no-audio.webm")],
			["Opus in 5.1", "unsupported", () => fixture("six-channels.ogg")],
			["a WAV of 1 Hz", "unsupported", () => wav(silence(1), { sampleRate: 1 })],
			["a WAV of 4 GHz", "unsupported", () => wav(silence(1), { sampleRate: 4_000_000_000 })],
			["a WAV of 40 channels", "unsupported", () => wav(silence(0.1), { channels: 40 })],
			...[1, 999_983, 39_999_983].map(
				(rate): [string, RefusalReason, () => Promise<Uint8Array<ArrayBuffer>>] => [
					`WebM whose Vorbis header says ${rate} Hz`,
					"unsupported",
					() => vorbisOf(rate),
				],
			),
			["60.6 s of WAV", "too-long", () => wav(silence(60.6, 8_000), { sampleRate: 8_000 })],
			["61 s of WebM", "too-long", () => fixture("tone-61s.webm")],
			["61 s of MP3", "too-long", () => fixture("tone-61s.mp3")],
			["ten minutes of Ogg", "too-long", () => fixture("tone-10min.ogg")],
			["a click", "too-short", () => wav(buzz(0.2))],
			["more than 10 MB", "too-large", () => new Uint8Array(10 * 1024 * 1024 + 1)],
		];
	it.each(refused)("%s: %s", async (_, reason, file) => {
		expect(await decodeRecording(await file()).then(() => "decoded", reasonOf)).toBe(reason);
	});

	it("samples that are not numbers", async () => {
		const file = await fixture("mono-48k-f32.wav");
		new DataView(file.buffer).setUint32(file.length - 40, 0x7f_c0_00_00, true);
		expect(await decodeRecording(file).then(() => "decoded", reasonOf)).toBe("damaged");
	});

	it("with a whole sentence for the person who sent it", async () => {
		const { message } = await decodeRecording(await fixture("refused.m4a")).then(
			() => ({ message: "decoded" }),
			(error: Error) => error,
		);
		expect(message).toMatch(
			/^MP4 audio is not supported; record as WebM or Ogg with Opus, as WAV or as MP3, or convert/,
		);
	});
});

/** A WebM whose Vorbis identification header (Vorbis I, section 4.2.2) contradicts the container's sample rate. */
async function vorbisOf(sampleRate: number): Promise<Uint8Array<ArrayBuffer>> {
	const file = await fixture("vorbis.webm");
	const marker = Array.from("\x01vorbis", (c) => c.charCodeAt(0));
	const header = file.findIndex((_, at) => marker.every((byte, i) => file[at + i] === byte));
	new DataView(file.buffer, file.byteOffset).setUint32(header + 12, sampleRate, true);
	return file;
}

it("goes by the bytes: a file is the same whatever came before it in the isolate", async () => {
	const first = await decodeRecording(await fixture("speech.webm"));
	for (const name of ["speech.mp3", "speech-vorbis.ogg", "six-channels.ogg"]) {
		await decodeRecording(await fixture(name)).catch(() => undefined);
	}
	expect((await decodeRecording(await fixture("speech.webm"))).samples).toEqual(first.samples);
});

it("decodes ten at once as it decodes one", async () => {
	const names = ["speech.webm", "speech.mp3", "speech-vorbis.ogg", "speech-opus.ogg", "speech.wav"];
	const files = await Promise.all(names.map(fixture));
	const alone = [];
	for (const file of files) alone.push((await decodeRecording(file)).samples);
	const together = await Promise.all([...files, ...files].map((file) => decodeRecording(file)));
	expect(together.map(({ samples }) => samples)).toEqual([...alone, ...alone]);
});

const reasonOf = (error: { reason?: RefusalReason; message?: string }) =>
	error.reason ?? `not a refusal: ${error.message}`;

/** Correlation at the best shift within 100 ms, since codecs delay. */
function bestCorrelation(a: Float32Array, b: Float32Array): number {
	let best = 0;
	for (let shift = -160; shift <= 1_600; shift++) best = Math.max(best, correlation(a, b, shift));
	return best;
}

function correlation(a: Float32Array, b: Float32Array, shift: number): number {
	let [ab, aa, bb] = [0, 0, 0];
	for (let i = 12_000; i < 16_000; i++) {
		const [x, y] = [a[i] ?? 0, b[i + shift] ?? 0];
		ab += x * y;
		aa += x * x;
		bb += y * y;
	}
	return ab / Math.sqrt(aa * bb);
}
