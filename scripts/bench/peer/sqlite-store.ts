import { DatabaseSync, type StatementSync } from "node:sqlite";
import type { SessionState } from "../../../src/session-mood/session/session-state.ts";
import type { Moods } from "../../../src/session-mood/types.ts";
import type { PeerBatch, PeerStore } from "./store.ts";

const SCHEMA = `
CREATE TABLE api_keys (digest TEXT PRIMARY KEY, account_id TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sessions (
	row INTEGER PRIMARY KEY, account_id TEXT NOT NULL, id TEXT NOT NULL, counted_month TEXT, moods TEXT,
	UNIQUE (account_id, id)
);
CREATE TABLE batches (
	id INTEGER PRIMARY KEY, session INTEGER NOT NULL, received_at INTEGER NOT NULL, answer TEXT NOT NULL,
	state TEXT NOT NULL, events TEXT NOT NULL
);
CREATE INDEX batches_by_session ON batches (session, id);
CREATE TABLE months (account_id TEXT, month TEXT, used INTEGER NOT NULL, PRIMARY KEY (account_id, month)) WITHOUT ROWID;
CREATE TABLE tallies (
	account_id TEXT, subject TEXT, name TEXT, sessions INTEGER NOT NULL, PRIMARY KEY (account_id, subject, name)
) WITHOUT ROWID;
`;

/** SQLite in the server's own process, WAL. */
export class SqliteStore implements PeerStore {
	readonly #database: DatabaseSync;
	readonly #prepared = new Map<string, StatementSync>();

	constructor(file: string, durable: boolean) {
		this.#database = new DatabaseSync(file);
		this.#database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${durable ? "FULL" : "OFF"}`);
		this.#database.exec(SCHEMA);
	}

	async addAccount(accountId: string, keyDigest: string): Promise<void> {
		this.#run("INSERT INTO api_keys VALUES (?, ?)", keyDigest, accountId);
	}

	async findAccount(keyDigest: string): Promise<string | undefined> {
		const row = this.#statement("SELECT account_id FROM api_keys WHERE digest = ?").get(keyDigest);
		return row && String(row.account_id);
	}

	async open(
		accountId: string,
		sessionId: string,
	): Promise<{ row: number; state: SessionState | undefined }> {
		this.#run("INSERT OR IGNORE INTO sessions (account_id, id) VALUES (?, ?)", accountId, sessionId);
		const found = this.#statement(
			`SELECT row, (SELECT state FROM batches WHERE session = row ORDER BY batches.id DESC LIMIT 1) AS state
			 FROM sessions WHERE account_id = ? AND id = ?`,
		).get(accountId, sessionId);
		const state = found?.state;
		return { row: Number(found?.row), state: typeof state === "string" ? JSON.parse(state) : undefined };
	}

	async admit(row: number, accountId: string, month: string, limit: number, moods: Moods): Promise<boolean> {
		return this.#transaction(() => {
			const { changes } = this.#run(
				`INSERT INTO months VALUES (?, ?, 1)
				 ON CONFLICT DO UPDATE SET used = used + 1 WHERE used < ?`,
				accountId,
				month,
				limit,
			);
			if (changes === 0) return false;
			this.#run("UPDATE sessions SET counted_month = ? WHERE row = ?", month, row);
			this.#note(row, moods);
			return true;
		});
	}

	async append(row: number, { receivedAt, answer, state, events }: PeerBatch): Promise<void> {
		this.#run(
			"INSERT INTO batches (session, received_at, answer, state, events) VALUES (?, ?, ?, ?, ?)",
			row,
			receivedAt,
			JSON.stringify(answer),
			JSON.stringify(state),
			JSON.stringify(events),
		);
	}

	async noteMoods(row: number, moods: Moods): Promise<void> {
		this.#transaction(() => this.#note(row, moods));
	}

	async countEvents(): Promise<number> {
		return Number(this.#statement("SELECT sum(json_array_length(events)) AS n FROM batches").get()?.n);
	}

	#note(row: number, moods: Moods): void {
		const before = this.#statement("SELECT account_id, moods FROM sessions WHERE row = ?").get(row);
		const account = String(before?.account_id);
		const old: Moods = typeof before?.moods === "string" ? JSON.parse(before.moods) : {};
		for (const [model, mood] of Object.entries(old)) this.#tally(account, model, mood, -1);
		for (const [model, mood] of Object.entries(moods)) this.#tally(account, model, mood, 1);
		this.#run("UPDATE sessions SET moods = ? WHERE row = ?", JSON.stringify(moods), row);
	}

	#tally(account: string, model: string, mood: string, by: number): void {
		this.#run(
			"INSERT INTO tallies VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET sessions = sessions + excluded.sessions",
			account,
			`model:${model}`,
			mood,
			by,
		);
	}

	#transaction<T>(body: () => T): T {
		this.#database.exec("BEGIN IMMEDIATE");
		try {
			const result = body();
			this.#database.exec("COMMIT");
			return result;
		} catch (error) {
			this.#database.exec("ROLLBACK");
			throw error;
		}
	}

	#run(sql: string, ...values: (string | number)[]) {
		return this.#statement(sql).run(...values);
	}

	#statement(sql: string): StatementSync {
		const known = this.#prepared.get(sql);
		if (known) return known;
		const statement = this.#database.prepare(sql);
		this.#prepared.set(sql, statement);
		return statement;
	}
}
