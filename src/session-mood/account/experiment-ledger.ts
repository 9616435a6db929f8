import { isSameContent } from "../idempotency.ts";
import type { Arm } from "../interventions/active-intervention.ts";
import { IDEMPOTENCY_MS, type Idempotency } from "../types.ts";

/** That an intervention was due in a session, for the first time. */
export interface Occurrence {
	interventionId: string;
	/** See `interventions.round`. */
	round: number;
	sessionId: string;
	arm: Arm;
	/** Unix milliseconds. */
	at: number;
	hasRecovered: boolean;
}

/** Something that happened later in a session, such as a purchase. */
export interface OutcomeEntry {
	sessionId: string;
	goal: string;
	value: number | null;
	/** Unix milliseconds. */
	at: number;
	idempotency: Idempotency | null;
}

/** What has been counted of one arm. */
export interface ArmTally {
	sessions: number;
	/** Sessions whose ten minutes are over, and those of them that recovered. */
	closedForRecovery: number;
	recovered: number;
	/** Sessions whose hour is over, those of them that reached the goal, and the values of their outcomes. */
	closedForGoal: number;
	reachedGoal: number;
	valueSum: number;
	valueSquares: number;
	hasNegativeValues: boolean;
	helped: number;
	didNotHelp: number;
}

export const EXPERIMENT_TABLES = [
	`CREATE TABLE IF NOT EXISTS occurrences (
		intervention_id TEXT NOT NULL, round INTEGER NOT NULL, arm TEXT NOT NULL, session_id TEXT NOT NULL,
		at INTEGER NOT NULL, recovered INTEGER NOT NULL, PRIMARY KEY (intervention_id, round, arm, session_id)
	) WITHOUT ROWID`,
	`CREATE INDEX IF NOT EXISTS occurrences_by_session ON occurrences (session_id)`,
	`CREATE TABLE IF NOT EXISTS session_outcomes (
		id INTEGER PRIMARY KEY, session_id TEXT NOT NULL, goal TEXT NOT NULL, value REAL, at INTEGER NOT NULL,
		idempotency_key TEXT, fingerprint TEXT
	)`,
	`CREATE INDEX IF NOT EXISTS outcomes_by_session ON session_outcomes (session_id, goal)`,
] as const;

/** A session has recovered within ten minutes, or not; it has reached the goal within an hour, or not. */
export const RECOVERY_MS = 10 * 60_000;
const GOAL_MS = 60 * 60_000;
/** A publishable key is visible to everybody: nobody fills the object with outcomes. */
const MAX_OUTCOMES = 100;

/** What interventions did: the occurrences and outcomes of an account's sessions. */
export class ExperimentLedger {
	readonly #storage: DurableObjectStorage;

	constructor(storage: DurableObjectStorage) {
		this.#storage = storage;
	}

	/** Stores an occurrence once; told again, only that the session has recovered is new. */
	note({ interventionId, round, arm, sessionId, at, hasRecovered }: Occurrence): void {
		this.#rows(
			`INSERT INTO occurrences (intervention_id, round, arm, session_id, at, recovered) VALUES (?, ?, ?, ?, ?, ?)
			 ON CONFLICT DO UPDATE SET recovered = max(recovered, excluded.recovered)`,
			interventionId,
			round,
			arm,
			sessionId,
			at,
			Number(hasRecovered),
		);
	}

	/** Stores an outcome, once per idempotency key. */
	addOutcome(entry: OutcomeEntry): "recorded" | "replayed" | "mismatch" | "too_many" {
		const { sessionId, goal, value, at, idempotency } = entry;
		const earlier = this.#fingerprint(entry);
		if (idempotency && earlier !== undefined)
			return isSameContent(earlier, idempotency.fingerprint) ? "replayed" : "mismatch";
		const [{ count } = { count: 0 }] = this.#rows<{ count: number }>(
			"SELECT count(*) AS count FROM session_outcomes WHERE session_id = ?",
			sessionId,
		);
		if (count >= MAX_OUTCOMES) return "too_many";
		this.#rows(
			`INSERT INTO session_outcomes (session_id, goal, value, at, idempotency_key, fingerprint)
			 VALUES (?, ?, ?, ?, ?, ?)`,
			sessionId,
			goal,
			value,
			at,
			idempotency?.key ?? null,
			idempotency?.fingerprint ?? null,
		);
		return "recorded";
	}

	#fingerprint({ sessionId, idempotency, at }: OutcomeEntry): string | undefined {
		if (!idempotency) return undefined;
		const [row] = this.#rows<{ fingerprint: string }>(
			`SELECT fingerprint FROM session_outcomes WHERE session_id = ? AND idempotency_key = ? AND at > ? LIMIT 1`,
			sessionId,
			idempotency.key,
			at - IDEMPOTENCY_MS,
		);
		return row?.fingerprint;
	}

	/** What has been counted of an arm by `now` (Unix ms), in its current round. */
	tally(
		{ id, round, goal, action }: { id: string; round: number; goal: string | null; action: string },
		arm: Arm,
		now: number,
	): ArmTally {
		const [row] = this.#rows<Record<Exclude<keyof ArmTally, "hasNegativeValues"> | "lowest", number | null>>(
			`WITH seen AS (
				SELECT session_id, at, recovered FROM occurrences WHERE intervention_id = ?1 AND round = ?2 AND arm = ?3
			), closed AS (
				SELECT count(o.id) > 0 AS reached, coalesce(sum(o.value), 0) AS value
				FROM seen s LEFT JOIN session_outcomes o
					ON o.session_id = s.session_id AND o.goal = ?4 AND o.at BETWEEN s.at AND s.at + ${GOAL_MS}
				WHERE s.at <= ?5 - ${GOAL_MS} GROUP BY s.session_id
			), rated AS (
				SELECT max(f.was_helpful = 1) AS helped, min(f.was_helpful) = 0 AS did_not
				FROM seen s JOIN feedback f ON f.session_id = s.session_id AND f.action = ?6 AND f.given_at >= s.at
				WHERE f.was_helpful IS NOT NULL GROUP BY s.session_id
			)
			SELECT (SELECT count(*) FROM seen) AS sessions,
				(SELECT count(*) FROM seen WHERE at <= ?5 - ${RECOVERY_MS}) AS closedForRecovery,
				(SELECT count(*) FROM seen WHERE at <= ?5 - ${RECOVERY_MS} AND recovered) AS recovered,
				(SELECT count(*) FROM closed) AS closedForGoal,
				(SELECT sum(reached) FROM closed) AS reachedGoal,
				(SELECT sum(value) FROM closed) AS valueSum,
				(SELECT sum(value * value) FROM closed) AS valueSquares,
				(SELECT min(value) FROM closed) AS lowest,
				(SELECT sum(helped) FROM rated) AS helped,
				(SELECT sum(did_not AND NOT helped) FROM rated) AS didNotHelp`,
			id,
			round,
			arm,
			goal,
			now,
			action,
		);
		const { lowest, ...counts } = row ?? { lowest: null };
		const numbers = Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, value ?? 0]));
		return { ...(numbers as Omit<ArmTally, "hasNegativeValues">), hasNegativeValues: (lowest ?? 0) < 0 };
	}

	/** Drops what was counted of an intervention. */
	forgetIntervention(id: string): void {
		this.#rows("DELETE FROM occurrences WHERE intervention_id = ?", id);
	}

	/** Drops a session. */
	forgetSession(id: string): void {
		this.#rows("DELETE FROM occurrences WHERE session_id = ?", id);
		this.#rows("DELETE FROM session_outcomes WHERE session_id = ?", id);
	}

	clear(): void {
		for (const table of ["occurrences", "session_outcomes"]) this.#rows(`DELETE FROM ${table}`);
	}

	#rows<T extends Record<string, SqlStorageValue>>(statement: string, ...values: SqlStorageValue[]): T[] {
		return this.#storage.sql.exec<T>(statement, ...values).toArray();
	}
}
