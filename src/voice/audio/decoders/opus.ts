import "./worker-stand-in.ts";
import type { InputAudioTrack } from "mediabunny";
import { OpusDecoder } from "opus-decoder";
import module from "../../../../.build/wasm/opus.wasm";
import { SAMPLE_RATE } from "../limits.ts";
import { RecordingRefused } from "../refusal.ts";
import { type Chunk, chunkOf } from "./chunk.ts";
import { descriptionOf, packetsOf } from "./packets.ts";
import { SharedInstance } from "./shared-instance.ts";

type Options = ConstructorParameters<typeof OpusDecoder<typeof SAMPLE_RATE>>;

export const opusInstance = new SharedInstance<OpusDecoder<typeof SAMPLE_RATE>, Options>(
	OpusDecoder,
	module,
	"opus_frame_decoder_destroy",
);

/** Opus counts in 48 kHz whatever the input was (RFC 7845, section 4.2). */
const OPUS_CLOCK = 48_000;

/** libopus mixes down and brings to any of its rates by itself: this decodes straight to 16 kHz mono. */
export async function* decodeOpus(track: InputAudioTrack, config: AudioDecoderConfig): AsyncGenerator<Chunk> {
	if (config.numberOfChannels > 2) {
		throw new RecordingRefused(
			"unsupported",
			"Opus with more than two channels is not supported; record in mono.",
		);
	}
	const preSkip = Math.round((preSkipOf(config) * SAMPLE_RATE) / OPUS_CLOCK);
	const decoder = await opusInstance.open({ sampleRate: SAMPLE_RATE, channels: 1, preSkip });
	try {
		for await (const packet of packetsOf(track)) yield chunkOf(decoder.decodeFrame(packet));
	} finally {
		opusInstance.close(decoder);
	}
}

/** Samples at 48 kHz that the encoder put in front: bytes 10 and 11 of OpusHead (RFC 7845, section 5.1). */
function preSkipOf(config: AudioDecoderConfig): number {
	const head = descriptionOf(config);
	return (head[10] ?? 0) | ((head[11] ?? 0) << 8);
}
