/** The mood of a session according to each mood model, e.g. `{ intent: "frustrated", engagement: "confused" }`. */
export type Moods = Readonly<Record<string, string>>;

/** The size limit of a request body: 1 MiB. */
export const MAX_BODY_BYTES = 1_048_576;

/** Identifies a session: its id is unique only within an account. */
export interface SessionKey {
	accountId: string;
	sessionId: string;
}

/** The client's idempotency key and the digest of the request it came with. */
export interface Idempotency {
	key: string;
	fingerprint: string;
}

/** The response to a batch, stored for idempotent replays. */
export interface BatchAnswer {
	events_stored: number;
	total_events: number;
	moods: Readonly<Record<string, string>>;
}

/** How long a repeated key gets the first response again. */
export const IDEMPOTENCY_MS = 24 * 3_600_000;

export interface Feedback {
	actionTaken: string;
	wasHelpful: boolean | null;
	notes: string | null;
}
