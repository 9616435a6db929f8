import { migrate } from "../storage-migrations.ts";
import { type BatchAnswer, IDEMPOTENCY_MS, type Idempotency, type SessionKey } from "../types.ts";
import { SESSION_MIGRATIONS } from "./session-migrations.ts";
import type { PostedEvent, SessionState } from "./session-state.ts";

export interface Batch {
	receivedAt: number;
	idempotency: Idempotency | null;
	answer: BatchAnswer;
	state: SessionState;
	/** The posted events as JSON. */
	events: string;
}

/** Storage key that marks an erase in progress. */
const ERASING = "erasing";

/** The stored batches of one session: each row holds the events and the state after them. */
export class SessionLog {
	readonly #storage: DurableObjectStorage;
	#tableExists: boolean;
	#erasing: SessionKey | undefined;

	constructor(storage: DurableObjectStorage) {
		this.#storage = storage;
		this.#tableExists =
			storage.sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'batches'").toArray().length > 0;
		if (this.#tableExists) migrate(storage, SESSION_MIGRATIONS);
		this.#erasing = storage.kv.get(ERASING);
	}

	latestState(): SessionState | undefined {
		if (!this.#tableExists) return undefined;
		const [row] = this.#storage.sql
			.exec<{ state: string }>("SELECT state FROM batches ORDER BY id DESC LIMIT 1")
			.toArray();
		return row && JSON.parse(row.state);
	}

	/** One row, one durable write. The first append creates the table, so reading a session stores nothing. */
	append({ receivedAt, idempotency, answer, state, events }: Batch): void {
		if (!this.#tableExists) migrate(this.#storage, SESSION_MIGRATIONS);
		this.#tableExists = true;
		this.#storage.sql.exec(
			`INSERT INTO batches (received_at, idempotency_key, fingerprint, answer, state, events) VALUES (?, ?, ?, ?, ?, ?)`,
			receivedAt,
			idempotency?.key ?? null,
			idempotency?.fingerprint ?? null,
			idempotency && JSON.stringify(answer),
			JSON.stringify(state),
			events,
		);
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
	*batches(): Iterable<{ receivedAt: number; events: PostedEvent[] }> {
		if (!this.#tableExists) return;
		const rows = this.#storage.sql.exec<{ receivedAt: number; events: string }>(
			"SELECT received_at AS receivedAt, events FROM batches ORDER BY id",
		);
		for (const { receivedAt, events } of rows) yield { receivedAt, events: JSON.parse(events) };
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
		this.#erasing = undefined;
	}
}
