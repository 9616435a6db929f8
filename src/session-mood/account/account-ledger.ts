import type { ActionOutcome } from "../contract.ts";
import { migrate } from "../storage-migrations.ts";
import { IDEMPOTENCY_MS, type Moods } from "../types.ts";
import { EXPERIMENT_TABLES } from "./experiment-ledger.ts";
import type { FeedbackEntry, MoodNote, MoodTallies, SessionPage, SessionQuery } from "./messages.ts";
import { type LoggedChange, MOOD_LOG_COLUMNS, MoodLog } from "./mood-log.ts";
import {
	type Bucket,
	HOURS_A_DAY,
	type MoodTime,
	moodTimeKey,
	moodTimesOf,
	newMoodTimes,
	type SeenMood,
} from "./mood-times.ts";

/** Append only: see storage-migrations.ts. */
export const ACCOUNT_MIGRATIONS = [
	[
		`CREATE TABLE IF NOT EXISTS sessions (
		id TEXT PRIMARY KEY, counted_month TEXT NOT NULL, moods TEXT NOT NULL
	) WITHOUT ROWID`,
		`CREATE TABLE IF NOT EXISTS months (month TEXT PRIMARY KEY, used INTEGER NOT NULL) WITHOUT ROWID`,
		`CREATE TABLE IF NOT EXISTS tallies (
		subject TEXT NOT NULL, name TEXT NOT NULL, sessions INTEGER NOT NULL, PRIMARY KEY (subject, name)
	) WITHOUT ROWID`,
		`CREATE TABLE IF NOT EXISTS feedback (
		id INTEGER PRIMARY KEY, session_id TEXT NOT NULL, moods TEXT NOT NULL, action TEXT NOT NULL, was_helpful INTEGER,
		notes TEXT, given_at INTEGER NOT NULL, idempotency_key TEXT, fingerprint TEXT
	)`,
		`CREATE INDEX IF NOT EXISTS feedback_by_session ON feedback (session_id)`,
		`CREATE TABLE IF NOT EXISTS outcomes (
		model TEXT NOT NULL, mood TEXT NOT NULL, action TEXT NOT NULL, outcome TEXT NOT NULL, times INTEGER NOT NULL,
		PRIMARY KEY (model, mood, action, outcome)
	) WITHOUT ROWID`,
	],
	["CREATE TABLE IF NOT EXISTS uncounted_sessions (id TEXT PRIMARY KEY) WITHOUT ROWID"],
	["CREATE TABLE IF NOT EXISTS mood_notes (id INTEGER PRIMARY KEY, notes TEXT NOT NULL)"],
	EXPERIMENT_TABLES,
	[
		...MOOD_LOG_COLUMNS,
		"ALTER TABLE sessions ADD COLUMN seen_at INTEGER NOT NULL DEFAULT 0",
		"ALTER TABLE sessions ADD COLUMN seen TEXT NOT NULL DEFAULT '[]'",
		"CREATE INDEX IF NOT EXISTS sessions_by_time ON sessions (seen_at, id)",
		`CREATE TABLE IF NOT EXISTS mood_times (
		model TEXT NOT NULL, bucket TEXT NOT NULL, at INTEGER NOT NULL, mood TEXT NOT NULL, sessions INTEGER NOT NULL,
		PRIMARY KEY (model, bucket, at, mood)
	) WITHOUT ROWID`,
	],
] as const;

/** The subjects of `tallies` besides the mood models. */
const TOTALS = "totals";

const HOUR_MS = 3_600_000;
/** To find sessions of a mood, at a time. */
const MAX_LOOKED_THROUGH = 10_000;
/** Moods by hour are kept for so many days, and by day. */
const DAYS_OF_HOURS = 35;
const DAYS_OF_DAYS = 400;

interface KnownSession {
	countedMonth: string;
	moods: Moods;
	/** When it was first counted, in Unix milliseconds. */
	seenAt: number;
	seen: readonly SeenMood[];
}

type MoodTimeRow = { at: number; mood: string; sessions: number };

type TallyChange = readonly [subject: string, name: string, by: number];

const moodTally = (model: string, mood: string | undefined, by: 1 | -1): TallyChange[] =>
	mood === undefined ? [] : [[`model:${model}`, mood, by]];

/** The changes between the moods of a session before and after. */
function moodTallies(before: Moods | undefined, after: Moods): TallyChange[] {
	const changed = Object.keys(after).filter((model) => before?.[model] !== after[model]);
	return [
		...changed.flatMap((model) => moodTally(model, before?.[model], -1)),
		...changed.flatMap((model) => moodTally(model, after[model], 1)),
	];
}

/** Adds up the changes of each tally, and leaves out those that cancel out. */
function summed(changes: readonly TallyChange[]): TallyChange[] {
	const totals = new Map<string, [string, string, number]>();
	for (const [subject, name, by] of changes) {
		const key = `${subject} ${name}`;
		totals.set(key, [subject, name, (totals.get(key)?.[2] ?? 0) + by]);
	}
	return [...totals.values()].filter(([, , by]) => by !== 0);
}

type Outcome = "helped" | "did_not_help" | "unrated";
const outcomeOf = (wasHelpful: boolean | null): Outcome =>
	wasHelpful === null ? "unrated" : wasHelpful ? "helped" : "did_not_help";

/** The tables of one account's object, and the tallies kept consistent with them. */
export class AccountLedger {
	readonly #storage: DurableObjectStorage;
	readonly #clock: () => number;
	#log: MoodLog;

	constructor(storage: DurableObjectStorage, clock: () => number) {
		this.#storage = storage;
		this.#clock = clock;
		migrate(storage, ACCOUNT_MIGRATIONS);
		this.#log = new MoodLog(storage);
	}

	/** Runs `body` whole or not at all. */
	transaction<T>(body: () => T): T {
		try {
			return this.#storage.transactionSync(body);
		} catch (error) {
			this.#log = new MoodLog(this.#storage);
			throw error;
		}
	}

	/** Takes note of the moods that sessions are in now; they are counted when somebody asks, or when they are many. */
	noteMoods(notes: readonly MoodNote[]): LoggedChange[] {
		const known = notes.filter(({ sessionId }) => this.knows(sessionId));
		if (known.length === 0) return [];
		const changes = this.#log.add(known, (id) => this.#moodsOf(id), this.#clock());
		if (this.#log.isFull) this.#countNotes();
		return changes;
	}

	/** The moods that a session is in, counted or not. */
	#moodsOf(id: string): Moods | undefined {
		return this.#log.uncounted(id)?.moods ?? this.#row(id)?.moods;
	}

	/** Changes of mood after the one of this number. */
	changesAfter(number: number): { changes: LoggedChange[]; isWhole: boolean } {
		return this.#log.after(number, this.#clock());
	}

	/** Counts the noted moods. Those of sessions that are not known, because they were erased, are dropped. */
	#countNotes(): void {
		if (this.#log.isEmpty) return;
		const changes: TallyChange[] = [];
		const times: MoodTime[] = [];
		for (const [sessionId, { moods, seen }] of this.#log.take(this.#clock())) {
			const before = this.#row(sessionId);
			if (!before) continue;
			changes.push(...moodTallies(before.moods, moods));
			times.push(...newMoodTimes(before.seen, seen));
			this.#rows(
				"UPDATE sessions SET moods = ?, seen = ? WHERE id = ?",
				JSON.stringify(moods),
				JSON.stringify([...new Set([...before.seen, ...seen])]),
				sessionId,
			);
		}
		this.#tally(summed(changes));
		this.#addMoodTimes(times);
		this.#dropOldMoodTimes();
	}

	/** A session and the moods in which it is counted. */
	session(id: string): KnownSession | undefined {
		if (this.#log.uncounted(id)) this.#countNotes();
		return this.#row(id);
	}

	#row(id: string): KnownSession | undefined {
		const [row] = this.#rows<{ counted_month: string; moods: string; seen_at: number; seen: string }>(
			"SELECT counted_month, moods, seen_at, seen FROM sessions WHERE id = ?",
			id,
		);
		return (
			row && {
				countedMonth: row.counted_month,
				moods: JSON.parse(row.moods),
				seenAt: row.seen_at,
				seen: JSON.parse(row.seen),
			}
		);
	}

	/**
	 * Sessions, those first that were counted last, and where to go on. Of a rare mood, a page may have fewer than asked
	 * for, or none: only so many sessions are looked through at a time.
	 */
	listSessions({ model, mood, limit, after }: SessionQuery): SessionPage {
		this.#countNotes();
		const { seenAt, id } = after ?? { seenAt: Number.MAX_SAFE_INTEGER, id: "" };
		const most = mood === undefined ? limit : MAX_LOOKED_THROUGH;
		const rows = this.#rows<{ id: string; seenAt: number; mood: string | null }>(
			`SELECT id, seen_at AS seenAt, json_extract(moods, ?1) AS mood FROM sessions
			 WHERE (seen_at, id) < (?2, ?3) ORDER BY seen_at DESC, id DESC LIMIT ?4`,
			`$.${model}`,
			seenAt,
			id,
			most + 1,
		);
		const looked = rows.slice(0, most);
		const found = looked.filter((row) => mood === undefined || row.mood === mood).slice(0, limit);
		const last = found.length === limit ? found.at(-1) : looked.at(-1);
		const isEnd = last === undefined || last === rows.at(-1);
		return {
			sessions: found.map((row) => ({ id: row.id, seenAt: row.seenAt })),
			next: isEnd ? null : { id: last.id, seenAt: last.seenAt },
		};
	}

	/** How many sessions were in each mood of a model, by bucket: hours or days since 1970, from … to, both included. */
	moodTimes(
		model: string,
		bucket: Bucket,
		from: number,
		to: number,
	): Pick<MoodTimeRow, "at" | "mood" | "sessions">[] {
		this.#countNotes();
		return this.#rows<MoodTimeRow>(
			"SELECT at, mood, sessions FROM mood_times WHERE model = ? AND bucket = ? AND at BETWEEN ? AND ?",
			model,
			bucket,
			from,
			to,
		);
	}

	#addMoodTimes(times: readonly MoodTime[]): void {
		for (const same of Map.groupBy(times, moodTimeKey).values()) {
			const [{ model, bucket, at, mood }] = same as [MoodTime];
			this.#rows(
				`INSERT INTO mood_times (model, bucket, at, mood, sessions) VALUES (?, ?, ?, ?, ?)
				 ON CONFLICT DO UPDATE SET sessions = sessions + excluded.sessions`,
				model,
				bucket,
				at,
				mood,
				same.length,
			);
		}
	}

	#removeMoodTimes(times: readonly MoodTime[]): void {
		for (const { model, bucket, at, mood } of times)
			this.#rows(
				"UPDATE mood_times SET sessions = sessions - 1 WHERE model = ? AND bucket = ? AND at = ? AND mood = ?",
				model,
				bucket,
				at,
				mood,
			);
		this.#rows("DELETE FROM mood_times WHERE sessions <= 0");
	}

	#dropOldMoodTimes(): void {
		const hour = Math.floor(this.#clock() / HOUR_MS);
		this.#rows(
			"DELETE FROM mood_times WHERE (bucket = 'hour' AND at < ?) OR (bucket = 'day' AND at < ?)",
			hour - HOURS_A_DAY * DAYS_OF_HOURS,
			Math.floor(hour / HOURS_A_DAY) - DAYS_OF_DAYS,
		);
	}

	/** Sessions counted in a month. */
	usedIn(month: string): number {
		return this.#usedIn(month);
	}

	/** Whether the session is there, counted or not: not one that was erased. */
	knows(id: string): boolean {
		return (
			this.#rows(
				"SELECT 1 FROM sessions WHERE id = ?1 UNION ALL SELECT 1 FROM uncounted_sessions WHERE id = ?1 LIMIT 1",
				id,
			).length > 0
		);
	}

	/** Takes one session from each of these quotas, or from none of them if one is exhausted. */
	countIn(limits: readonly { counter: string; limit: number }[]): boolean {
		if (limits.some(({ counter, limit }) => this.#usedIn(counter) >= limit)) return false;
		for (const { counter } of limits)
			this.#rows(
				"INSERT INTO months (month, used) VALUES (?, 1) ON CONFLICT (month) DO UPDATE SET used = used + 1",
				counter,
			);
		return true;
	}

	#usedIn(counter: string): number {
		const [row] = this.#rows<{ used: number }>("SELECT used FROM months WHERE month = ?", counter);
		return row?.used ?? 0;
	}

	/** Remembers a session that is in no tally, so that erasing the account finds it. */
	addUncounted(id: string): void {
		this.#rows("INSERT OR IGNORE INTO uncounted_sessions (id) VALUES (?)", id);
	}

	/** Upserts a session and updates the tallies; `before` is the row that `session()` returned. Returns its first moods. */
	putSession(note: MoodNote, before: KnownSession | undefined, countedMonth: string): LoggedChange[] {
		const { sessionId: id, moods } = note;
		this.#tally([
			...(before ? [] : [[TOTALS, "sessions", 1] as const]),
			...moodTallies(before?.moods, moods),
		]);
		// The times of its moods are counted with those of others, when it announces them.
		this.#rows(
			"REPLACE INTO sessions (id, counted_month, moods, seen_at, seen) VALUES (?, ?, ?, ?, ?)",
			id,
			countedMonth,
			JSON.stringify(moods),
			before?.seenAt ?? this.#clock(),
			JSON.stringify(before?.seen ?? []),
		);
		if (before) return [];
		this.#removeUncounted(id);
		const hasMood = Object.values(moods).some((mood) => mood !== "neutral");
		return hasMood ? this.#log.add([note], () => undefined, this.#clock()) : [];
	}

	/** The ids of up to `limit` sessions, counted or not. */
	someSessions(limit: number): string[] {
		return this.#rows<{ id: string }>(
			"SELECT id FROM sessions UNION ALL SELECT id FROM uncounted_sessions LIMIT ?",
			limit,
		).map(({ id }) => id);
	}

	/** Deletes every row. */
	clear(): void {
		for (const table of [
			"sessions",
			"uncounted_sessions",
			"months",
			"tallies",
			"feedback",
			"outcomes",
			"mood_times",
		])
			this.#rows(`DELETE FROM ${table}`);
		this.#log.clear();
	}

	/** Deletes a session and removes it from every tally; false if it is unknown. */
	removeSession(id: string): boolean {
		const session = this.session(id);
		this.#log.forget(id);
		if (!session) return this.#removeUncounted(id);
		this.#removeMoodTimes(moodTimesOf(session.seen));
		const feedback = this.#feedbackOf(id);
		this.#tally([
			[TOTALS, "sessions", -1],
			...Object.entries(session.moods).flatMap(([model, mood]) => moodTally(model, mood, -1)),
			...(feedback.length > 0 ? [[TOTALS, "with_feedback", -1] as const] : []),
		]);
		for (const { moods, action, outcome } of feedback) this.#tallyOutcomes(moods, action, outcome, -1);
		this.#rows("DELETE FROM outcomes WHERE times = 0");
		this.#rows("DELETE FROM feedback WHERE session_id = ?", id);
		this.#rows("DELETE FROM sessions WHERE id = ?", id);
		return true;
	}

	#removeUncounted(id: string): boolean {
		return this.#rows("DELETE FROM uncounted_sessions WHERE id = ? RETURNING id", id).length > 0;
	}

	/** The fingerprint stored with this idempotency key in the last 24 hours, if any. */
	feedbackFingerprint({ sessionId, idempotency, givenAt }: FeedbackEntry): string | undefined {
		const [row] = this.#rows<{ fingerprint: string }>(
			`SELECT fingerprint FROM feedback WHERE session_id = ? AND idempotency_key = ? AND given_at > ?
			 ORDER BY id DESC LIMIT 1`,
			sessionId,
			idempotency?.key ?? null,
			givenAt - IDEMPOTENCY_MS,
		);
		return row?.fingerprint;
	}

	addFeedback({
		sessionId,
		moods,
		actionTaken,
		wasHelpful,
		notes,
		givenAt,
		idempotency,
	}: FeedbackEntry): void {
		if (!this.#hasFeedback(sessionId)) this.#tally([[TOTALS, "with_feedback", 1]]);
		this.#tallyOutcomes(moods, actionTaken, outcomeOf(wasHelpful), 1);
		this.#rows(
			`INSERT INTO feedback (session_id, moods, action, was_helpful, notes, given_at, idempotency_key, fingerprint)
			 VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
			sessionId,
			JSON.stringify(moods),
			actionTaken,
			wasHelpful === null ? null : Number(wasHelpful),
			notes,
			givenAt,
			idempotency?.key ?? null,
			idempotency?.fingerprint ?? null,
		);
	}

	tallies(model: string): MoodTallies {
		this.#countNotes();
		const counts = (subject: string) =>
			Object.fromEntries(
				this.#rows<{ name: string; sessions: number }>(
					"SELECT name, sessions FROM tallies WHERE subject = ?",
					subject,
				).map(({ name, sessions }) => [name, sessions]),
			);
		const totals = counts(TOTALS);
		return {
			totalSessions: totals.sessions ?? 0,
			feedbackCount: totals.with_feedback ?? 0,
			sessionsByMood: counts(`model:${model}`),
		};
	}

	actionOutcomes(model: string): ActionOutcome[] {
		return this.#rows<ActionOutcome & Record<string, SqlStorageValue>>(
			`SELECT mood, action,
			   sum(CASE outcome WHEN 'helped' THEN times ELSE 0 END) AS helped,
			   sum(CASE outcome WHEN 'did_not_help' THEN times ELSE 0 END) AS did_not_help,
			   sum(CASE outcome WHEN 'unrated' THEN times ELSE 0 END) AS unrated
			 FROM outcomes WHERE model = ? GROUP BY mood, action ORDER BY mood, action`,
			model,
		);
	}

	#hasFeedback(sessionId: string): boolean {
		return this.#rows("SELECT 1 FROM feedback WHERE session_id = ? LIMIT 1", sessionId).length > 0;
	}

	#feedbackOf(sessionId: string): { moods: Moods; action: string; outcome: Outcome }[] {
		return this.#rows<{ moods: string; action: string; was_helpful: number | null }>(
			"SELECT moods, action, was_helpful FROM feedback WHERE session_id = ?",
			sessionId,
		).map(({ moods, action, was_helpful }) => ({
			moods: JSON.parse(moods),
			action,
			outcome: outcomeOf(was_helpful === null ? null : was_helpful === 1),
		}));
	}

	/** Updates several tallies in one statement, because a statement costs more than the rows it writes. */
	#tally(changes: readonly TallyChange[]): void {
		if (changes.length === 0) return;
		this.#rows(
			`INSERT INTO tallies (subject, name, sessions) VALUES ${changes.map(() => "(?, ?, ?)").join(", ")}
			 ON CONFLICT DO UPDATE SET sessions = sessions + excluded.sessions`,
			...changes.flat(),
		);
	}

	#tallyOutcomes(moods: Moods, action: string, outcome: Outcome, by: 1 | -1): void {
		for (const [model, mood] of Object.entries(moods)) {
			this.#rows(
				`INSERT INTO outcomes (model, mood, action, outcome, times) VALUES (?, ?, ?, ?, ?)
				 ON CONFLICT DO UPDATE SET times = times + excluded.times`,
				model,
				mood,
				action,
				outcome,
				by,
			);
		}
	}

	#rows<T extends Record<string, SqlStorageValue>>(statement: string, ...values: SqlStorageValue[]): T[] {
		return this.#storage.sql.exec<T>(statement, ...values).toArray();
	}
}
