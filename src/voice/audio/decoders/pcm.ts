import { AudioSampleSink, type InputAudioTrack } from "mediabunny";
import type { Chunk } from "./chunk.ts";

/** PCM of 8 to 64 bits, float, A-law and µ-law; mediabunny decodes these itself. A chunk holds until the next. */
export async function* decodePcm(track: InputAudioTrack): AsyncGenerator<Chunk> {
	// One set of planes serves all samples: their memory would wait for the garbage collector.
	let planes: Float32Array<ArrayBuffer>[] = [];
	for await (const sample of new AudioSampleSink(track).samples()) {
		const { numberOfFrames } = sample;
		if ((planes[0]?.length ?? 0) < numberOfFrames || planes.length !== sample.numberOfChannels)
			planes = Array.from({ length: sample.numberOfChannels }, () => new Float32Array(numberOfFrames));
		const channels = planes.map((plane, planeIndex) => {
			const channel = plane.subarray(0, numberOfFrames);
			sample.copyTo(channel, { format: "f32-planar", planeIndex });
			return channel;
		});
		const { sampleRate } = sample;
		sample.close();
		yield { channels, sampleRate, damaged: 0 };
	}
}
