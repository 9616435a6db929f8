import type { Moods } from "../types.ts";
import type { MoodNote } from "./messages.ts";

/** One model's mood of a session, where it is another than before. */
export interface MoodChange {
	model: string;
	mood: string;
	/** Null: the session is new. */
	previous: string | null;
	confidence: number;
	action: string;
}

/** What sessions announced together. */
interface Entry extends Omit<MoodNote, "readings"> {
	changes: MoodChange[];
}

/** A change with its place among all of the account. */
export interface LoggedChange extends MoodChange {
	/** Grows by one with each change. */
	number: number;
	sessionId: string;
	eventCount: number;
	/** Unix seconds. */
	updatedAt: number;
}

/** What is to be counted of a session. */
export type Uncounted = Pick<MoodNote, "moods" | "seen">;

/** More sessions than this are not kept in memory. */
const MAX_UNCOUNTED = 1_000;
/** Changes are kept for whoever continues to listen: for so long, and so many. */
const KEPT_MS = 24 * 3_600_000;
const MAX_KEPT = 10_000;
/** Storage key of the latest row that is counted. */
const COUNTED = "mood_notes_counted";

export const MOOD_LOG_COLUMNS = [
	"ALTER TABLE mood_notes ADD COLUMN at INTEGER NOT NULL DEFAULT 0",
	"ALTER TABLE mood_notes ADD COLUMN first INTEGER NOT NULL DEFAULT 0",
	"ALTER TABLE mood_notes ADD COLUMN changes INTEGER NOT NULL DEFAULT 0",
] as const;

/**
 * The changes of mood that sessions announced. Those that come together take one row; they are counted when somebody
 * asks, a session whose mood changes often once for all of them, and stay for a day for those who listen.
 */
export class MoodLog {
	readonly #storage: DurableObjectStorage;
	/** By session id, the latest. */
	readonly #uncounted = new Map<string, Uncounted>();
	/** The number of the next change. */
	#next: number;

	constructor(storage: DurableObjectStorage) {
		this.#storage = storage;
		const counted = storage.kv.get<number>(COUNTED) ?? 0;
		for (const { notes } of this.#rows<{ notes: string }>(
			"SELECT notes FROM mood_notes WHERE id > ? ORDER BY id",
			counted,
		))
			this.#keep(JSON.parse(notes));
		const [last] = this.#rows<{ next: number }>(
			"SELECT first + changes AS next FROM mood_notes ORDER BY id DESC LIMIT 1",
		);
		this.#next = last?.next ?? 0;
	}

	get isEmpty(): boolean {
		return this.#uncounted.size === 0;
	}

	get isFull(): boolean {
		return this.#uncounted.size >= MAX_UNCOUNTED;
	}

	/** What is not counted yet of a session. */
	uncounted(sessionId: string): Uncounted | undefined {
		return this.#uncounted.get(sessionId);
	}

	/** Adds what sessions announced at a time (Unix ms); `before` has the moods that each was in. Returns the changes. */
	add(
		notes: readonly MoodNote[],
		before: (sessionId: string) => Moods | undefined,
		at: number,
	): LoggedChange[] {
		const entries = notes.map((note) => entryOf(note, before(note.sessionId)));
		const first = this.#next;
		this.#next += entries.reduce((sum, { changes }) => sum + changes.length, 0);
		this.#rows(
			"INSERT INTO mood_notes (notes, at, first, changes) VALUES (?, ?, ?, ?)",
			JSON.stringify(entries),
			at,
			first,
			this.#next - first,
		);
		this.#keep(entries);
		return numbered(entries, first);
	}

	/** All that is not counted, which is from now on. To be called in the transaction that counts it. */
	take(at: number): [sessionId: string, Uncounted][] {
		const uncounted = [...this.#uncounted];
		this.#uncounted.clear();
		const [last] = this.#rows<{ id: number }>("SELECT max(id) AS id FROM mood_notes");
		if (last?.id) this.#storage.kv.put(COUNTED, last.id);
		// The latest row stays, because it has the number of the next change.
		this.#rows(
			"DELETE FROM mood_notes WHERE (at < ? OR first + changes <= ?) AND id < ?",
			at - KEPT_MS,
			this.#next - MAX_KEPT,
			last?.id ?? 0,
		);
		return uncounted;
	}

	/** The changes after the one of this number, as far as they are kept at `at`; null if some are gone. */
	after(number: number, at: number): { changes: LoggedChange[]; isWhole: boolean } {
		const rows = this.#rows<{ notes: string; first: number; changes: number }>(
			"SELECT notes, first, changes FROM mood_notes WHERE first + changes > ? AND at >= ? AND first + changes > ? ORDER BY id",
			number + 1,
			at - KEPT_MS,
			this.#next - MAX_KEPT,
		);
		const changes = rows
			.flatMap(({ notes, first }) => numbered(JSON.parse(notes), first))
			.filter((change) => change.number > number);
		const oldest = rows[0]?.first ?? this.#next;
		return { changes, isWhole: number < this.#next && oldest <= number + 1 };
	}

	/** Takes a session out of everything that is kept. */
	forget(sessionId: string): void {
		this.#uncounted.delete(sessionId);
		const name = JSON.stringify(sessionId);
		for (const { id, notes } of this.#rows<{ id: number; notes: string }>(
			"SELECT id, notes FROM mood_notes WHERE instr(notes, ?) > 0",
			name,
		)) {
			const entries: Entry[] = JSON.parse(notes);
			const rest = entries.map((entry) => (entry.sessionId === sessionId ? emptied(entry) : entry));
			this.#rows("UPDATE mood_notes SET notes = ? WHERE id = ?", JSON.stringify(rest), id);
		}
	}

	/** Deletes everything. */
	clear(): void {
		this.#uncounted.clear();
		this.#next = 0;
		this.#rows("DELETE FROM mood_notes");
		this.#storage.kv.delete(COUNTED);
	}

	#keep(entries: readonly Entry[]): void {
		for (const { sessionId, moods, seen = [] } of entries)
			if (sessionId !== "") this.#uncounted.set(sessionId, { moods, seen });
	}

	#rows<T extends Record<string, SqlStorageValue>>(statement: string, ...values: SqlStorageValue[]): T[] {
		return this.#storage.sql.exec<T>(statement, ...values).toArray();
	}
}

function entryOf({ readings, ...note }: MoodNote, before: Moods | undefined): Entry {
	// A session begins without a mood, which is no change.
	const changed = Object.entries(note.moods).filter(
		([model, mood]) => mood !== (before?.[model] ?? "neutral"),
	);
	const changes = changed.map(([model, mood]) => ({
		model,
		mood,
		previous: before?.[model] ?? null,
		confidence: readings[model]?.confidence ?? 0,
		action: readings[model]?.action ?? "no_action",
	}));
	return { ...note, changes };
}

/** The changes of a session that is gone: their numbers stay. */
const emptied = ({ changes }: Entry): Entry => ({
	sessionId: "",
	moods: {},
	seen: [],
	eventCount: 0,
	updatedAt: 0,
	changes: changes.map((change) => ({ ...change, mood: "", previous: null })),
});

/** Rows of before changes were kept have none. */
const numbered = (entries: readonly Entry[], first: number): LoggedChange[] =>
	entries
		.flatMap(({ sessionId, eventCount, updatedAt, changes = [] }) =>
			changes.map((change) => ({ ...change, sessionId, eventCount, updatedAt })),
		)
		.map((change, i) => ({ ...change, number: first + i }))
		.filter(({ sessionId }) => sessionId !== "");
