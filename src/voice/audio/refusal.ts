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
