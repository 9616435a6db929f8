import { BufferSource, Input, type InputAudioTrack, MATROSKA, MP3, OGG, WAVE, WEBM } from "mediabunny";
import { MAX_READS } from "./limits.ts";
import { RECORD_INSTEAD, RecordingRefused, requirePlausibleFormat } from "./recording-refused.ts";
import { unknownFormat } from "./sniff-container.ts";

type Read = (this: BufferSource) => unknown;

/** `_read` is missing from mediabunny's types; every read of the demuxer goes through it. */
const readFrom = Reflect.get(BufferSource.prototype, "_read") as Read;

/** An in-memory file with a limited number of reads. */
export class LimitedSource extends BufferSource {
	#reads = 0;

	_read(): unknown {
		this.#reads += 1;
		if (this.#reads > MAX_READS)
			throw new RecordingRefused("damaged", "The recording is damaged. Please record it again.");
		return readFrom.call(this);
	}
}

export interface OpenTrack {
	track: InputAudioTrack;
	config: AudioDecoderConfig;
	codec: string;
	/** Detected from the bytes: "WebM", "Ogg", "MP3" or "WAVE". */
	container: string;
}

export function openInput(file: Uint8Array<ArrayBuffer>): Input {
	return new Input({ source: new LimitedSource(file), formats: [WEBM, MATROSKA, OGG, MP3, WAVE] });
}

/** Opens the first audio track and validates its header. */
export async function openTrack(input: Input): Promise<OpenTrack> {
	if (!(await input.canRead())) throw unknownFormat();
	const container = (await input.getFormat()).name;
	const track = await input.getPrimaryAudioTrack();
	if (!track) throw noTrack();
	const [codec, config] = [await track.getCodec(), await track.getDecoderConfig()];
	if (!codec || !config) {
		throw new RecordingRefused("unsupported", `The audio's codec is not supported; ${RECORD_INSTEAD}.`);
	}
	requirePlausibleFormat(config.sampleRate, config.numberOfChannels);
	return { track, config, codec, container };
}

/** Covers FLAC or Speex in an Ogg file as well as a video without sound. */
function noTrack(): RecordingRefused {
	const message = `The file contains no audio that can be decoded; ${RECORD_INSTEAD}.`;
	return new RecordingRefused("unsupported", message);
}
