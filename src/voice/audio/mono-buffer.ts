import { type Chunk, mixDown } from "./decoders/chunk.ts";
import { MAX_DECODED_SECONDS, MAX_SECONDS, SAMPLE_RATE } from "./limits.ts";
import { RecordingRefused, requirePlausibleFormat } from "./recording-refused.ts";
import { Resampler } from "./resampler.ts";

/** Collects decoded chunks as 16 kHz mono, up to the length limit. */
export class MonoBuffer {
	readonly #samples = new Float32Array(MAX_DECODED_SECONDS * SAMPLE_RATE);
	#length = 0;
	#resampler: Resampler | undefined;

	add(chunk: Chunk): void {
		if (!chunk.channels[0]?.length) return;
		requirePlausibleFormat(chunk.sampleRate, chunk.channels.length);
		this.#resampler ??= new Resampler(chunk.sampleRate, SAMPLE_RATE);
		if (this.#resampler.from !== chunk.sampleRate) {
			throw new RecordingRefused(
				"unsupported",
				"The sample rate changes within the recording; record it in one piece.",
			);
		}
		this.#append(this.#resampler.push(mixDown(chunk)));
	}

	/** Mono samples at 16 kHz in [-1, 1]. */
	finish(): Float32Array {
		if (this.#resampler) this.#append(this.#resampler.flush());
		return this.#samples.slice(0, this.#length);
	}

	#append(samples: Float32Array): void {
		if (this.#length + samples.length > this.#samples.length) {
			throw new RecordingRefused("too-long", `The recording is longer than ${MAX_SECONDS} seconds.`);
		}
		this.#samples.set(samples, this.#length);
		this.#length += samples.length;
	}
}
