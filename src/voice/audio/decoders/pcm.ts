import { AudioSampleSink, type InputAudioTrack } from "mediabunny";
import type { Chunk } from "./chunk.ts";

/** PCM of 8 to 64 bits, float, A-law and µ-law; mediabunny decodes these itself. */
export async function* decodePcm(track: InputAudioTrack): AsyncGenerator<Chunk> {
	for await (const sample of new AudioSampleSink(track).samples()) {
		const channels = Array.from({ length: sample.numberOfChannels }, (_, planeIndex) => {
			const plane = new Float32Array(sample.numberOfFrames);
			sample.copyTo(plane, { format: "f32-planar", planeIndex });
			return plane;
		});
		const { sampleRate } = sample;
		sample.close();
		yield { channels, sampleRate, damaged: 0 };
	}
}
