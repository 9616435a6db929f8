import "./worker-stand-in.ts";
import type { InputAudioTrack } from "mediabunny";
import { OpusDecoder } from "opus-decoder";
import module from "../../../../.build/wasm/opus.wasm";
import { SAMPLE_RATE } from "../limits.ts";
import { RecordingRefused } from "../recording-refused.ts";
import { type Chunk, chunkOf } from "./chunk.ts";
import { descriptionOf, packetsOf } from "./packets.ts";
import { SharedInstance } from "./shared-instance.ts";

type Options = ConstructorParameters<typeof OpusDecoder<typeof SAMPLE_RATE>>;

export const opusInstance = new SharedInstance<OpusDecoder<typeof SAMPLE_RATE>, Options>(
	OpusDecoder,
	module,
	"opus_frame_decoder_destroy",
);

/** Opus timestamps are at 48 kHz regardless of the input rate (RFC 7845, section 4.2). */
const OPUS_CLOCK = 48_000;

/** libopus mixes down and resamples internally: this decodes directly to 16 kHz mono. */
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

/** Encoder padding at the start, in samples at 48 kHz: bytes 10 and 11 of OpusHead (RFC 7845, section 5.1). */
function preSkipOf(config: AudioDecoderConfig): number {
	const head = descriptionOf(config);
	return (head[10] ?? 0) | ((head[11] ?? 0) << 8);
}
