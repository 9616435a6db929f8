import { expect, it } from "vitest";
import { oneAtATime } from "../../../src/mutex.ts";
import { xiphHeaders } from "../../../src/voice/audio/decoders/xiph-headers.ts";
import { refuseUnsupported } from "../../../src/voice/audio/sniff-container.ts";

const bytes = (text: string, before = 0) =>
	Uint8Array.from([
		...new Array(before).fill(0),
		...Array.from(text, (c) => c.charCodeAt(0)),
		...new Array(32).fill(0),
	]);

const INSTEAD =
	"record as WebM or Ogg with Opus, as WAV or as MP3, or convert the file, for example with: ffmpeg -i note.m4a -ac 1 -ar 16000 note.wav";

it.each([
	["MP4 audio", bytes("ftypM4A ", 4)],
	["FLAC audio", bytes("fLaC")],
	["AMR audio", bytes("#!AMR\n")],
	["Core Audio", bytes("caff")],
	["AIFF audio", bytes("FORM")],
	["AAC audio", Uint8Array.of(0xff, 0xf1, 0x50, 0x80)],
])("names %s and says what to record instead, and how to convert it", (name, file) => {
	expect(() => refuseUnsupported(file)).toThrow(`${name} is not supported; ${INSTEAD}`);
});

it("lets MP3 frames pass, which begin almost like AAC", () => {
	for (const second of [0xfb, 0xfa, 0xf3, 0xf2, 0xe3]) {
		expect(() => refuseUnsupported(Uint8Array.of(0xff, second, 0x90, 0x00))).not.toThrow();
	}
});

it("refuses an empty file", () => {
	expect(() => refuseUnsupported(new Uint8Array())).toThrow("The recording is empty.");
});

it("splits Xiph lacing, also where a length needs several bytes", () => {
	const [identification, comment, setup] = [
		new Uint8Array(30).fill(1),
		new Uint8Array(600).fill(2),
		new Uint8Array(9).fill(3),
	];
	const laced = Uint8Array.from([2, 30, 255, 255, 90, ...identification, ...comment, ...setup]);
	expect(xiphHeaders(laced)).toEqual({ identification, setup });
});

it("runs tasks one at a time and goes on after a failure", async () => {
	const exclusively = oneAtATime();
	const log: string[] = [];
	const task = (name: string, fails: boolean) => () => {
		log.push(`${name} begins`);
		return Promise.resolve().then(() => {
			log.push(`${name} ends`);
			if (fails) throw new Error(name);
		});
	};
	const results = await Promise.allSettled([exclusively(task("a", true)), exclusively(task("b", false))]);
	expect(log).toEqual(["a begins", "a ends", "b begins", "b ends"]);
	expect(results.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
});
