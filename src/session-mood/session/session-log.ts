import type { MoodEvent } from "../engine/types.ts";
import { migrate } from "../storage-migrations.ts";
import { type BatchAnswer, IDEMPOTENCY_MS, type Idempotency, type SessionKey } from "../types.ts";
import { ROWS_A_WHOLE_STATE, SESSION_MIGRATIONS } from "./session-migrations.ts";
import { type PostedEvent, type SessionState, withTimestamps } from "./session-state.ts";

export interface Batch {
	receivedAt: number;
	idempotency: Idempotency | null;
	answer: BatchAnswer;
	state: SessionState;
	/** The posted events as JSON. */
	events: string;
}

export interface StoredBatch {
	/** Unix milliseconds. */
	receivedAt: number;
	events: PostedEvent[];
}

const isWhole = ({ models }: SessionState): boolean => Object.keys(models).length > 0;

/** Storage key that marks an erase in progress. */
const ERASING = "erasing";

/** The stored batches of one session: each row holds the events and the state after them. */
export class SessionLog {
	readonly #storage: DurableObjectStorage;
	#tableExists: boolean;
	#erasing: SessionKey | undefined;
	/** Rows after the latest whole state. The first row of a session is whole. */
	#rowsSinceWhole = ROWS_A_WHOLE_STATE - 1;

	constructor(storage: DurableObjectStorage) {
		this.#storage = storage;
		this.#tableExists =
			storage.sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'batches'").toArray().length > 0;
		if (this.#tableExists) migrate(storage, SESSION_MIGRATIONS);
		this.#erasing = storage.kv.get(ERASING);
	}

	/** The latest state. Batches after the latest whole state are folded into it by `fold`. */
	latestState(fold: (state: SessionState, batch: StoredBatch) => SessionState): SessionState | undefined {
		if (!this.#tableExists) return undefined;
		const rows = this.#storage.sql
			.exec<{ state: string; receivedAt: number; events: string }>(
				"SELECT state, received_at AS receivedAt, events FROM batches ORDER BY id DESC LIMIT ?",
				ROWS_A_WHOLE_STATE,
			)
			.toArray()
			.map((row) => ({ ...row, state: JSON.parse(row.state) as SessionState }));
		const since = rows.findIndex(({ state }) => isWhole(state));
		const latest = rows[0]?.state;
		const whole = rows[since]?.state;
		if (since >= 0) this.#rowsSinceWhole = since;
		if (!latest || !whole || since === 0) return latest;
		const { models, moods } = rows
			.slice(0, since)
			.reduceRight(
				(state, { receivedAt, events }) => fold(state, { receivedAt, events: JSON.parse(events) }),
				whole,
			);
		return { ...latest, models, moods };
	}

	/**
	 * One row, one durable write. The first append creates the table, so reading a session stores nothing. Most rows hold
	 * the state without its models, which are its bulk: they can be had by folding the events of the rows.
	 */
	append({ receivedAt, idempotency, answer, state, events }: Batch): void {
		if (!this.#tableExists) migrate(this.#storage, SESSION_MIGRATIONS);
		this.#tableExists = true;
		const keepsModels = this.#rowsSinceWhole >= ROWS_A_WHOLE_STATE - 1;
		this.#storage.sql.exec(
			`INSERT INTO batches (received_at, idempotency_key, fingerprint, answer, state, events) VALUES (?, ?, ?, ?, ?, ?)`,
			receivedAt,
			idempotency?.key ?? null,
			idempotency?.fingerprint ?? null,
			idempotency && JSON.stringify(answer),
			JSON.stringify(keepsModels ? state : { ...state, models: {} }),
			events,
		);
		this.#rowsSinceWhole = keepsModels ? 0 : this.#rowsSinceWhole + 1;
	}

	/** The responses that can still be replayed, by idempotency key. */
	answersSince(now: number): Map<string, { fingerprint: string; receivedAt: number; answer: BatchAnswer }> {
		const answers = new Map<string, { fingerprint: string; receivedAt: number; answer: BatchAnswer }>();
		if (!this.#tableExists) return answers;
		const rows = this.#storage.sql.exec<{
			key: string;
			fingerprint: string;
			receivedAt: number;
			answer: string;
		}>(
			`SELECT idempotency_key AS key, fingerprint, received_at AS receivedAt, answer FROM batches
			 WHERE received_at > ? AND idempotency_key IS NOT NULL ORDER BY id`,
			now - IDEMPOTENCY_MS,
		);
		for (const { key, fingerprint, receivedAt, answer } of rows) {
			answers.set(key, { fingerprint, receivedAt, answer: JSON.parse(answer) });
		}
		return answers;
	}

	/** All stored batches, oldest first. */
	*batches(): Iterable<StoredBatch> {
		if (!this.#tableExists) return;
		const rows = this.#storage.sql.exec<{ receivedAt: number; events: string }>(
			"SELECT received_at AS receivedAt, events FROM batches ORDER BY id",
		);
		for (const { receivedAt, events } of rows) yield { receivedAt, events: JSON.parse(events) };
	}

	/** The newest events, in order of time, with the times that they count at. */
	newestEvents(limit: number): MoodEvent[] {
		if (!this.#tableExists) return [];
		const events: MoodEvent[] = [];
		const rows = this.#storage.sql.exec<{ receivedAt: number; events: string }>(
			"SELECT received_at AS receivedAt, events FROM batches ORDER BY id DESC",
		);
		for (const row of rows) {
			events.push(...withTimestamps(JSON.parse(row.events), row.receivedAt));
			if (events.length >= limit) break;
		}
		return events.sort((a, b) => a.ts - b.ts).slice(-limit);
	}

	lastReceivedAt(): number {
		const [row] = this.#storage.sql
			.exec<{ receivedAt: number }>("SELECT received_at AS receivedAt FROM batches ORDER BY id DESC LIMIT 1")
			.toArray();
		return row?.receivedAt ?? 0;
	}

	/** Deletes all events and keeps only the state. */
	keepOnly(state: SessionState): void {
		this.#storage.transactionSync(() => {
			this.#storage.sql.exec("DELETE FROM batches WHERE id < (SELECT max(id) FROM batches)");
			this.#storage.sql.exec("UPDATE batches SET state = ?, events = '[]'", JSON.stringify(state));
			this.#rowsSinceWhole = 0;
		});
	}

	/** Marks the session as being erased, so that an erase interrupted by a crash is resumed. */
	markErasing(session: SessionKey): void {
		this.#storage.kv.put(ERASING, session);
		this.#erasing = session;
	}

	erasing(): SessionKey | undefined {
		return this.#erasing;
	}

	async eraseAll(): Promise<void> {
		await this.#storage.deleteAlarm();
		await this.#storage.deleteAll();
		this.#tableExists = false;
		this.#rowsSinceWhole = ROWS_A_WHOLE_STATE - 1;
		this.#erasing = undefined;
	}
}
