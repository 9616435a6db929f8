import { AudioSampleSink, EncodedPacketSink, type InputAudioTrack } from "mediabunny";
import { RecordingRefused } from "../refusal.ts";

/** A stretch of decoded audio. */
export interface Chunk {
	/** One array of samples in [-1, 1] a channel, all of one length. */
	channels: Float32Array[];
	/** Hz. */
	sampleRate: number;
	/** Packets in it that the decoder refused. */
	damaged: number;
}

/** What the packages of @wasm-audio-decoders return. */
interface DecodedPacket {
	channelData: Float32Array[];
	sampleRate: number;
	errors: unknown[];
}

export function chunkOf({ channelData, sampleRate, errors }: DecodedPacket): Chunk {
	return { channels: channelData, sampleRate, damaged: errors.length ? 1 : 0 };
}

/** The mean of all channels. */
export function mixDown({ channels }: Chunk): Float32Array {
	const [first = new Float32Array(), ...others] = channels;
	if (!others.length) return first;
	const mono = new Float32Array(first.length);
	for (const channel of channels) {
		for (let i = 0; i < mono.length; i++) mono[i] = (mono[i] ?? 0) + (channel[i] ?? 0) / channels.length;
	}
	return mono;
}

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

/** A track's packets in order, one in memory at a time. */
export async function* packetsOf(track: InputAudioTrack): AsyncGenerator<Uint8Array> {
	for await (const packet of new EncodedPacketSink(track).packets()) {
		// Damaged files can make the demuxer yield empty packets without end.
		if (!packet.data.length)
			throw new RecordingRefused("damaged", "The recording is damaged. Please record it again.");
		yield packet.data;
	}
}

/** The codec's private data (OpusHead, Vorbis headers) as the container holds it. */
export function descriptionOf(config: AudioDecoderConfig): Uint8Array {
	const { description } = config;
	if (!description) return new Uint8Array();
	return ArrayBuffer.isView(description)
		? new Uint8Array(description.buffer, description.byteOffset, description.byteLength)
		: new Uint8Array(description);
}
