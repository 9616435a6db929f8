import { quotaMonthOf } from "../../../src/plans.ts";
import {
	isAnnounced,
	newSession,
	type PostedEvent,
	type SessionState,
	withEvents,
	withTimestamps,
} from "../../../src/session-mood/session/session-state.ts";
import { IDEMPOTENCY_MS, type Idempotency } from "../../../src/session-mood/types.ts";
import type { EarlierAnswer, PeerStore } from "./store.ts";

interface HeldSession {
	row: number;
	state: SessionState;
	answers: Map<string, EarlierAnswer>;
}

export interface PeerRequest {
	accountId: string;
	sessionId: string;
	events: readonly PostedEvent[];
	idempotency: Idempotency | null;
}

export interface PeerOutcome {
	kind: "stored" | "replayed" | "mismatch" | "quota_exceeded";
	answer?: EarlierAnswer["answer"];
	state?: SessionState;
}

/** Sessions held in memory, each served one request after the other, as `SessionObject` does. */
export class PeerSessions {
	readonly #store: PeerStore;
	readonly #limit: number;
	readonly #held = new Map<string, HeldSession>();
	readonly #turns = new Map<string, Promise<unknown>>();

	constructor(store: PeerStore, limit: number) {
		this.#store = store;
		this.#limit = limit;
	}

	record(request: PeerRequest): Promise<PeerOutcome> {
		const key = `${request.accountId}/${request.sessionId}`;
		const result = (this.#turns.get(key) ?? Promise.resolve()).then(() => this.#record(key, request));
		this.#turns.set(
			key,
			result.catch(() => {}),
		);
		return result;
	}

	async #record(
		key: string,
		{ accountId, sessionId, events, idempotency }: PeerRequest,
	): Promise<PeerOutcome> {
		const receivedAt = Date.now();
		const { row, state, answers } =
			this.#held.get(key) ?? (await this.#open(accountId, sessionId, receivedAt - IDEMPOTENCY_MS));
		const earlier = idempotency && answers.get(idempotency.key);
		if (earlier && earlier.receivedAt > receivedAt - IDEMPOTENCY_MS)
			return earlier.fingerprint === idempotency?.fingerprint
				? { kind: "replayed", answer: earlier.answer, state }
				: { kind: "mismatch" };
		let next = withEvents(state, withTimestamps(events, receivedAt));
		const month = quotaMonthOf(receivedAt);
		if (next.countedMonth !== month) {
			if (!(await this.#store.admit(row, accountId, month, this.#limit, next.moods)))
				return { kind: "quota_exceeded" };
			next = { ...next, countedMonth: month, announced: next.moods };
		}
		const answer = { events_stored: events.length, total_events: next.totalEvents, moods: next.moods };
		await this.#store.append(row, { receivedAt, idempotency, answer, state: next, events });
		if (idempotency)
			answers.set(idempotency.key, { fingerprint: idempotency.fingerprint, receivedAt, answer });
		if (!isAnnounced(next)) {
			await this.#store.noteMoods(row, next.moods);
			next = { ...next, announced: next.moods };
		}
		this.#held.set(key, { row, state: next, answers });
		return { kind: "stored", answer, state: next };
	}

	async #open(accountId: string, sessionId: string, after: number): Promise<HeldSession> {
		const { row, state } = await this.#store.open(accountId, sessionId);
		const answers = await this.#store.answersSince(row, after);
		return { row, state: state ?? newSession(accountId, sessionId), answers };
	}
}
