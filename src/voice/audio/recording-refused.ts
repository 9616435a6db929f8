import { MAX_CHANNELS, SAMPLE_RATE_RANGE } from "./limits.ts";

/** Why a recording cannot be analysed. */
export type RefusalReason =
	| "empty"
	| "too-large"
	| "too-long"
	| "too-short"
	| "unknown-format"
	| "unsupported"
	| "damaged"
	| "silent";

/** The recording is invalid. `message` is meant for the sender. */
export class RecordingRefused extends Error {
	readonly reason: RefusalReason;

	constructor(reason: RefusalReason, message: string, options?: ErrorOptions) {
		super(message, options);
		this.name = "RecordingRefused";
		this.reason = reason;
	}
}

/** What to do about a format that cannot be decoded. */
export const RECORD_INSTEAD = "record as WebM or Ogg with Opus, as WAV or as MP3";

/**
 * Rejects sample rates (Hz) and channel counts that only a damaged header has. Container and codec header may disagree,
 * so both are checked.
 */
export function requirePlausibleFormat(sampleRate: number, channels: number): void {
	const { lowest, highest } = SAMPLE_RATE_RANGE;
	const isPlausible =
		sampleRate >= lowest && sampleRate <= highest && channels >= 1 && channels <= MAX_CHANNELS;
	if (isPlausible) return;
	throw new RecordingRefused("unsupported", `${channels} channels at ${sampleRate} Hz are not supported.`);
}
