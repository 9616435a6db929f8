import { nextAttemptAt } from "./schedule.ts";
import type { Attempt } from "./send.ts";

export interface Delivery {
	id: string;
	webhookId: string;
	type: string;
	body: string;
	attempts: number;
}

export interface ListedDelivery {
	id: string;
	type: string;
	status: "pending" | "delivered" | "failed";
	attempts: number;
	response: string | null;
	latencyMs: number | null;
	/** Unix milliseconds. */
	createdAt: number;
	nextAt: number | null;
}

const TABLES = [
	`CREATE TABLE deliveries (
		number INTEGER PRIMARY KEY, id TEXT NOT NULL, webhook_id TEXT NOT NULL, type TEXT NOT NULL, body TEXT NOT NULL,
		status TEXT NOT NULL, attempts INTEGER NOT NULL, response TEXT, latency_ms INTEGER, created_at INTEGER NOT NULL,
		next_at INTEGER
	)`,
	"CREATE INDEX deliveries_by_time ON deliveries (next_at) WHERE next_at IS NOT NULL",
	"CREATE INDEX deliveries_by_webhook ON deliveries (webhook_id, number)",
];
/** As many are listed of a webhook; older ones that are done are dropped. */
const LISTED = 100;

/** The messages of an account that are to be sent, and how the last ones went. */
export class Outbox {
	readonly #storage: DurableObjectStorage;
	/** An account without webhooks has no table, whatever is asked. */
	#exists: boolean;

	constructor(storage: DurableObjectStorage) {
		this.#storage = storage;
		this.#exists = this.#rows("SELECT 1 FROM sqlite_master WHERE name = 'deliveries'").length > 0;
	}

	add({ id, webhookId, type, body }: Omit<Delivery, "attempts">, now: number): void {
		this.#create();
		this.#rows(
			`INSERT INTO deliveries (id, webhook_id, type, body, status, attempts, created_at, next_at)
			 VALUES (?, ?, ?, ?, 'pending', 0, ?, ?)`,
			id,
			webhookId,
			type,
			body,
			now,
			now,
		);
	}

	/** What is due at `now` (Unix ms): of each webhook so many, the oldest first. */
	due(now: number, ofEach: number): Delivery[] {
		if (!this.#exists) return [];
		return this.#rows<{ id: string; webhookId: string; type: string; body: string; attempts: number }>(
			`SELECT id, webhook_id AS webhookId, type, body, attempts FROM (
				SELECT *, row_number() OVER (PARTITION BY webhook_id ORDER BY next_at, number) AS place
				FROM deliveries WHERE next_at <= ?
			 ) WHERE place <= ? ORDER BY place`,
			now,
			ofEach,
		);
	}

	/** When the next one is due, in Unix milliseconds. */
	nextAt(): number | null {
		if (!this.#exists) return null;
		const [row] = this.#rows<{ at: number | null }>(
			"SELECT min(next_at) AS at FROM deliveries WHERE next_at IS NOT NULL",
		);
		return row?.at ?? null;
	}

	/** Writes down how an attempt went. */
	conclude(
		{ id, webhookId, attempts }: Delivery,
		{ isDelivered, response, latencyMs }: Attempt,
		now: number,
	): void {
		const nextAt = isDelivered ? null : nextAttemptAt(attempts + 1, now, Math.random());
		const status = isDelivered ? "delivered" : nextAt === null ? "failed" : "pending";
		this.#rows(
			"UPDATE deliveries SET status = ?, attempts = ?, response = ?, latency_ms = ?, next_at = ? WHERE id = ? AND webhook_id = ?",
			status,
			attempts + 1,
			response,
			latencyMs,
			nextAt,
			id,
			webhookId,
		);
		this.#rows(
			`DELETE FROM deliveries WHERE webhook_id = ?1 AND next_at IS NULL AND number <= (
				SELECT number FROM deliveries WHERE webhook_id = ?1 ORDER BY number DESC LIMIT 1 OFFSET ${LISTED}
			)`,
			webhookId,
		);
	}

	/** Ends the attempts of a webhook that is switched off. */
	abandon(webhookId: string): void {
		if (!this.#exists) return;
		this.#rows(
			"UPDATE deliveries SET status = 'failed', next_at = NULL WHERE webhook_id = ? AND next_at IS NOT NULL",
			webhookId,
		);
	}

	/** The latest of a webhook, newest first. */
	list(webhookId: string): ListedDelivery[] {
		if (!this.#exists) return [];
		return this.#rows<{ [Name in keyof ListedDelivery]: ListedDelivery[Name] }>(
			`SELECT id, type, status, attempts, response, latency_ms AS latencyMs, created_at AS createdAt, next_at AS nextAt
			 FROM deliveries WHERE webhook_id = ? ORDER BY number DESC LIMIT ${LISTED}`,
			webhookId,
		);
	}

	forget(webhookId: string): void {
		if (!this.#exists) return;
		this.#rows("DELETE FROM deliveries WHERE webhook_id = ?", webhookId);
	}

	/** Drops what tells of a session. */
	forgetSession(sessionId: string): void {
		if (!this.#exists) return;
		this.#rows("DELETE FROM deliveries WHERE json_extract(body, '$.data.session_id') = ?", sessionId);
	}

	#create(): void {
		if (this.#exists) return;
		for (const statement of TABLES) this.#storage.sql.exec(statement);
		this.#exists = true;
	}

	#rows<T extends Record<string, SqlStorageValue>>(statement: string, ...values: SqlStorageValue[]): T[] {
		return this.#storage.sql.exec<T>(statement, ...values).toArray();
	}
}
