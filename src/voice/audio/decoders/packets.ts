import { EncodedPacketSink, type InputAudioTrack } from "mediabunny";
import { RecordingRefused } from "../recording-refused.ts";

/** A track's packets in order, one in memory at a time. */
export async function* packetsOf(track: InputAudioTrack): AsyncGenerator<Uint8Array> {
	for await (const packet of new EncodedPacketSink(track).packets()) {
		// Damaged files can make the demuxer yield empty packets endlessly.
		if (!packet.data.length)
			throw new RecordingRefused("damaged", "The recording is damaged. Please record it again.");
		yield packet.data;
	}
}

/** The codec private data (OpusHead, Vorbis headers) from the container. */
export function descriptionOf(config: AudioDecoderConfig): Uint8Array {
	const { description } = config;
	if (!description) return new Uint8Array();
	return ArrayBuffer.isView(description)
		? new Uint8Array(description.buffer, description.byteOffset, description.byteLength)
		: new Uint8Array(description);
}
