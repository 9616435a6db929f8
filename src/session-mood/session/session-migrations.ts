/** Append only: see storage-migrations.ts. `events` is last so that SQLite can read the others without its pages. */
export const SESSION_MIGRATIONS = [
	[
		`CREATE TABLE IF NOT EXISTS batches (
	id INTEGER PRIMARY KEY, received_at INTEGER NOT NULL, idempotency_key TEXT, fingerprint TEXT, answer TEXT,
	state TEXT NOT NULL, events TEXT NOT NULL
)`,
	],
] as const;

/** One in so many rows holds the whole state. */
export const ROWS_A_WHOLE_STATE = 16;
