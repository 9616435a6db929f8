import type { InputAudioTrack } from "mediabunny";
import { RECORD_INSTEAD, RecordingRefused } from "../recording-refused.ts";
import type { Chunk } from "./chunk.ts";
import { decodeMp3, mp3Instance } from "./mp3.ts";
import { decodeOpus, opusInstance } from "./opus.ts";
import { decodePcm } from "./pcm.ts";
import { decodeVorbis, vorbisInstance } from "./vorbis.ts";
import { removeWorkerStandIn } from "./worker-stand-in.ts";

removeWorkerStandIn();

/** Decodes a track lazily, packet by packet. */
export function decodeTrack(
	codec: string,
	track: InputAudioTrack,
	config: AudioDecoderConfig,
): AsyncGenerator<Chunk> {
	if (codec === "opus") return decodeOpus(track, config);
	if (codec === "mp3") return decodeMp3(track);
	if (codec === "vorbis") return decodeVorbis(track, config);
	if (codec.startsWith("pcm-") || codec === "ulaw" || codec === "alaw") return decodePcm(track);
	throw new RecordingRefused("unsupported", `${codec} audio is not supported; ${RECORD_INSTEAD}.`);
}

/** To be called after a WebAssembly trap: the next recording gets new instances. */
export function dropInstances(): void {
	for (const instance of [opusInstance, mp3Instance, vorbisInstance]) instance.drop();
}
