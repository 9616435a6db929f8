/** A stretch of decoded audio. */
export interface Chunk {
	/** One array of samples in [-1, 1] per channel, all of the same length. */
	channels: Float32Array[];
	/** Hz. */
	sampleRate: number;
	/** Number of packets that the decoder rejected. */
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
