import { MAX_CHANNELS, SAMPLE_RATE_RANGE } from "./limits.ts";

/** Why a recording cannot be analysed; a closed set, so that callers can tell what is worth saying where. */
export type RefusalReason =
	| "empty"
	| "too-large"
	| "too-long"
	| "too-short"
	| "unknown-format"
	| "unsupported"
	| "damaged"
	| "silent";

/** The recording is at fault, not the server. `message` is a sentence for the person who sent it. */
export class RecordingRefused extends Error {
	readonly reason: RefusalReason;

	constructor(reason: RefusalReason, message: string, options?: ErrorOptions) {
		super(message, options);
		this.name = "RecordingRefused";
		this.reason = reason;
	}
}

/**
 * Refuses sample rates (Hz) and channels that only a damaged header has. The container and the codec's own header
 * each name them and may disagree, so both are asked.
 */
export function refuseImplausible(sampleRate: number, channels: number): void {
	const { lowest, highest } = SAMPLE_RATE_RANGE;
	const isPlausible =
		sampleRate >= lowest && sampleRate <= highest && channels >= 1 && channels <= MAX_CHANNELS;
	if (isPlausible) return;
	throw new RecordingRefused("unsupported", `${channels} channels at ${sampleRate} Hz are not supported.`);
}
