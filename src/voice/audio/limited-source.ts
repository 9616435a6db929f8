import { BufferSource } from "mediabunny";
import { MAX_READS } from "./limits.ts";
import { RecordingRefused } from "./refusal.ts";

type Read = (this: BufferSource) => unknown;

/** `_read` is left out of mediabunny's types; it is where every access of the demuxer passes. */
const readFrom = Reflect.get(BufferSource.prototype, "_read") as Read;

/** A file in memory that may be read a bounded number of times. */
export class LimitedSource extends BufferSource {
	#reads = 0;

	_read(): unknown {
		this.#reads += 1;
		if (this.#reads > MAX_READS)
			throw new RecordingRefused("damaged", "The recording is damaged. Please record it again.");
		return readFrom.call(this);
	}
}
