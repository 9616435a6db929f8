/** The mood of a session by each mood model, e.g. `{ intent: "frustrated", engagement: "confused" }`. */
export type Moods = Readonly<Record<string, string>>;

/** What a request may send. */
export const MAX_BODY_BYTES = 1_048_576;

/** Which session: two accounts may use the same id. */
export interface SessionKey {
	accountId: string;
	sessionId: string;
}

/** A request that may be repeated: the key the client chose and the digest of what it sent with it. */
export interface Idempotency {
	key: string;
	fingerprint: string;
}

/** For how long a repeated key gets the first answer again. */
export const IDEMPOTENCY_MS = 24 * 3_600_000;

export interface Feedback {
	actionTaken: string;
	wasHelpful: boolean | null;
	notes: string | null;
}
