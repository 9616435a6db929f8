import type { InputAudioTrack } from "mediabunny";
import { MPEGDecoder } from "mpg123-decoder";
import { type Chunk, chunkOf, packetsOf } from "./chunk.ts";
import { SharedInstance } from "./shared-instance.ts";
import "./worker-stand-in.ts";
import module from "../../../../.build/wasm/mpg123.wasm";

export const mp3Instance = new SharedInstance<MPEGDecoder, []>(
	MPEGDecoder,
	module,
	"mpeg_frame_decoder_destroy",
);

export async function* decodeMp3(track: InputAudioTrack): AsyncGenerator<Chunk> {
	const decoder = await mp3Instance.open();
	try {
		for await (const packet of packetsOf(track)) yield chunkOf(decoder.decodeFrame(packet));
	} finally {
		mp3Instance.close(decoder);
	}
}
