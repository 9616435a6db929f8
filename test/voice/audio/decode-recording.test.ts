import { expect, it } from "vitest";
import { decodeRecording } from "../../../src/voice/audio/decode-recording.ts";
import { analyseRecording } from "../../../src/voice/analyse-recording.ts";
import { fixture } from "../../support/fixtures.ts";

it("x", async () => {
	for (const n of ["speech.wav","speech.webm","speech-opus.ogg","speech-vorbis.ogg","speech.mp3","live.webm","stereo-44k-s24.wav","mono-48k-f32.wav","mono-8k-u8.wav","mono-8k-alaw.wav","mono-8k-mulaw.wav","stereo-48k-s16.wav","stereo.webm","frames-60ms.ogg","opus.mkv","vorbis.webm","vbr-id3.mp3","stereo-22k.mp3","video.webm","note-60s.webm","tone-61s.webm","tone-10min.ogg","tone-61s.mp3","six-channels.ogg","refused.m4a","refused.aac","refused.flac","no-audio.webm"]) {
		const f = await fixture(n);
		try { const r = await decodeRecording(f); let e=0; for (const v of r.samples) e+=v*v; console.log(n, r.container, r.codec, r.seconds, Math.sqrt(e/r.samples.length).toFixed(4)); } catch (e) { console.log(n, String(e), (e as Error).cause); }
	}
	for (const n of ["speech.wav","speech.webm","speech-opus.ogg","speech-vorbis.ogg","speech.mp3","note-60s.webm"]) {
		const r = await analyseRecording(await fixture(n)); console.log(n, r.seconds, r.timeline.length, r.scores.map(s=>s.emotion+s.confidence).join(" "));
	}
	expect(1).toBe(1);
}, 100000);
