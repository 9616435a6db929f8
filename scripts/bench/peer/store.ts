import type { MoodEvent } from "../../../src/session-mood/engine/types.ts";
import type { PostedEvent, SessionState } from "../../../src/session-mood/session/session-state.ts";
import type { BatchAnswer, Idempotency, Moods } from "../../../src/session-mood/types.ts";

export interface PeerBatch {
	receivedAt: number;
	idempotency: Idempotency | null;
	answer: BatchAnswer;
	state: SessionState;
	events: readonly (PostedEvent | MoodEvent)[];
}

export interface EarlierAnswer {
	fingerprint: string;
	receivedAt: number;
	answer: BatchAnswer;
}

/** What the Node server keeps in a database: the same facts that Undertone keeps in its objects and in D1. */
export interface PeerStore {
	addAccount(accountId: string, keyDigest: string): Promise<void>;
	findAccount(keyDigest: string): Promise<string | undefined>;
	/** The session's row, made if it is new, and its newest state. */
	open(accountId: string, sessionId: string): Promise<{ row: number; state: SessionState | undefined }>;
	/** Counts the session in its month; false when none is left. */
	admit(row: number, accountId: string, month: string, limit: number, moods: Moods): Promise<boolean>;
	/** The answers given since `after` (Unix ms), by idempotency key. */
	answersSince(row: number, after: number): Promise<Map<string, EarlierAnswer>>;
	append(row: number, batch: PeerBatch): Promise<void>;
	noteMoods(row: number, moods: Moods): Promise<void>;
	countEvents(): Promise<number>;
}
