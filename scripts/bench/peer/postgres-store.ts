import pg from "pg";
import type { SessionState } from "../../../src/session-mood/session/session-state.ts";
import type { Moods } from "../../../src/session-mood/types.ts";
import type { EarlierAnswer, PeerBatch, PeerStore } from "./store.ts";

const CONNECTIONS = 8;

// The primary key of `batches` is also how the newest state is found. Rows up to a page stay in the table,
// uncompressed: compressing them costs more CPU than anything else here.
const SCHEMA = `
CREATE TABLE api_keys (digest text PRIMARY KEY, account_id text NOT NULL);
CREATE TABLE sessions (
	row bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, account_id text NOT NULL, id text NOT NULL,
	counted_month text, moods json, UNIQUE (account_id, id)
);
CREATE TABLE batches (
	session bigint NOT NULL, total_events bigint NOT NULL, received_at bigint NOT NULL, idempotency_key text,
	fingerprint text, answer text, state text NOT NULL, events text NOT NULL, PRIMARY KEY (session, total_events)
) WITH (toast_tuple_target = 8160);
ALTER TABLE batches ALTER state SET STORAGE EXTERNAL, ALTER events SET STORAGE EXTERNAL;
CREATE TABLE months (account_id text, month text, used bigint NOT NULL, PRIMARY KEY (account_id, month));
CREATE TABLE tallies (
	account_id text, subject text, name text, sessions bigint NOT NULL, PRIMARY KEY (account_id, subject, name)
);
CREATE FUNCTION note_moods(session bigint, new_moods json) RETURNS void LANGUAGE plpgsql AS $$
DECLARE account text; old_moods json;
BEGIN
	SELECT account_id, moods INTO account, old_moods FROM sessions WHERE row = session FOR UPDATE;
	UPDATE sessions SET moods = new_moods WHERE row = session;
	INSERT INTO tallies
		SELECT account, 'model:' || key, value, sum(change) FROM (
			SELECT key, value, -1 AS change FROM json_each_text(coalesce(old_moods, '{}'))
			UNION ALL SELECT key, value, 1 FROM json_each_text(new_moods)
		) AS changes GROUP BY key, value HAVING sum(change) <> 0 ORDER BY key, value
		ON CONFLICT (account_id, subject, name) DO UPDATE SET sessions = tallies.sessions + excluded.sessions;
END $$;
CREATE FUNCTION admit(session bigint, account text, this_month text, allowed bigint, new_moods json)
RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO months VALUES (account, this_month, 1)
		ON CONFLICT (account_id, month) DO UPDATE SET used = months.used + 1 WHERE months.used < allowed;
	IF NOT FOUND THEN RETURN false; END IF;
	UPDATE sessions SET counted_month = this_month WHERE row = session;
	PERFORM note_moods(session, new_moods);
	RETURN true;
END $$;
`;

/** Every statement prepared, every method one round trip. */
export class PostgresStore implements PeerStore {
	readonly #pool: pg.Pool;

	private constructor(pool: pg.Pool) {
		this.#pool = pool;
	}

	static async open(socket: string): Promise<PostgresStore> {
		const pool = new pg.Pool({ host: socket, user: "bench", database: "postgres", max: CONNECTIONS });
		await pool.query(SCHEMA);
		return new PostgresStore(pool);
	}

	async addAccount(accountId: string, keyDigest: string): Promise<void> {
		await this.#query("add_account", "INSERT INTO api_keys VALUES ($1, $2)", [keyDigest, accountId]);
	}

	async findAccount(keyDigest: string): Promise<string | undefined> {
		const rows = await this.#query("find", "SELECT account_id FROM api_keys WHERE digest = $1", [keyDigest]);
		return rows[0]?.account_id;
	}

	async open(
		accountId: string,
		sessionId: string,
	): Promise<{ row: number; state: SessionState | undefined }> {
		const rows = await this.#query(
			"open",
			`WITH session AS (
				INSERT INTO sessions (account_id, id) VALUES ($1, $2)
				ON CONFLICT (account_id, id) DO UPDATE SET id = excluded.id RETURNING row
			) SELECT row, (SELECT state FROM batches WHERE session = row ORDER BY total_events DESC LIMIT 1) FROM session`,
			[accountId, sessionId],
		);
		const { row, state } = rows[0];
		return { row: Number(row), state: state === null ? undefined : JSON.parse(state) };
	}

	async admit(row: number, accountId: string, month: string, limit: number, moods: Moods): Promise<boolean> {
		const values = [row, accountId, month, limit, JSON.stringify(moods)];
		const rows = await this.#query("admit", "SELECT admit($1, $2, $3, $4, $5) AS admitted", values);
		return rows[0].admitted;
	}

	async answersSince(row: number, after: number): Promise<Map<string, EarlierAnswer>> {
		const rows = await this.#query(
			"answers",
			`SELECT idempotency_key, fingerprint, received_at, answer FROM batches
			 WHERE session = $1 AND received_at > $2 AND idempotency_key IS NOT NULL`,
			[row, after],
		);
		return new Map(
			rows.map(({ idempotency_key, fingerprint, received_at, answer }) => [
				idempotency_key,
				{ fingerprint, receivedAt: Number(received_at), answer: JSON.parse(answer) },
			]),
		);
	}

	async append(row: number, { receivedAt, idempotency, answer, state, events }: PeerBatch): Promise<void> {
		await this.#query("append", "INSERT INTO batches VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", [
			row,
			state.totalEvents,
			receivedAt,
			idempotency?.key ?? null,
			idempotency?.fingerprint ?? null,
			idempotency && JSON.stringify(answer),
			JSON.stringify(state),
			JSON.stringify(events),
		]);
	}

	async noteMoods(row: number, moods: Moods): Promise<void> {
		await this.#query("note_moods", "SELECT note_moods($1, $2)", [row, JSON.stringify(moods)]);
	}

	async countEvents(): Promise<number> {
		const rows = await this.#query(
			"count",
			"SELECT sum(json_array_length(events::json)) AS n FROM batches",
			[],
		);
		return Number(rows[0].n);
	}

	async #query(name: string, text: string, values: unknown[]) {
		return (await this.#pool.query({ name, text, values })).rows;
	}
}
