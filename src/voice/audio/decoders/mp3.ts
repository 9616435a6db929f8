import "./worker-stand-in.ts";
import type { InputAudioTrack } from "mediabunny";
import { MPEGDecoder } from "mpg123-decoder";
import module from "../../../../.build/wasm/mpg123.wasm";
import { type Chunk, chunkOf } from "./chunk.ts";
import { packetsOf } from "./packets.ts";
import { SharedInstance } from "./shared-instance.ts";

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
