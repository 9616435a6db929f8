import { quotaMonthOf } from "../../../src/plans.ts";
import {
	isAnnounced,
	newSession,
	type PostedEvent,
	type SessionState,
	withEvents,
	withTimestamps,
} from "../../../src/session-mood/session/session-state.ts";
import type { PeerStore } from "./store.ts";

interface HeldSession {
	row: number;
	state: SessionState;
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

	/** The state after the batch; undefined when the month has no session left. */
	record(
		accountId: string,
		sessionId: string,
		events: readonly PostedEvent[],
	): Promise<SessionState | undefined> {
		const key = `${accountId}/${sessionId}`;
		const result = (this.#turns.get(key) ?? Promise.resolve()).then(() =>
			this.#record(key, accountId, sessionId, events),
		);
		this.#turns.set(
			key,
			result.catch(() => {}),
		);
		return result;
	}

	async #record(key: string, accountId: string, sessionId: string, events: readonly PostedEvent[]) {
		const receivedAt = Date.now();
		const { row, state } = this.#held.get(key) ?? (await this.#open(accountId, sessionId));
		let next = withEvents(state, withTimestamps(events, receivedAt));
		const month = quotaMonthOf(receivedAt);
		if (next.countedMonth !== month) {
			if (!(await this.#store.admit(row, accountId, month, this.#limit, next.moods))) return undefined;
			next = { ...next, countedMonth: month, announced: next.moods };
		}
		const answer = { events_stored: events.length, total_events: next.totalEvents, moods: next.moods };
		await this.#store.append(row, { receivedAt, answer, state: next, events });
		if (!isAnnounced(next)) {
			await this.#store.noteMoods(row, next.moods);
			next = { ...next, announced: next.moods };
		}
		this.#held.set(key, { row, state: next });
		return next;
	}

	async #open(accountId: string, sessionId: string): Promise<HeldSession> {
		const { row, state } = await this.#store.open(accountId, sessionId);
		return { row, state: state ?? newSession(accountId, sessionId) };
	}
}
