import type { Moods } from "../types.ts";
import type { MoodNote } from "./messages.ts";

/** More sessions than this are not kept in memory. */
const MAX_SESSIONS = 1_000;

/**
 * The moods that sessions have announced and that are not counted yet. Announcements that come together take one row,
 * and a session whose mood changes often is counted once for all of them.
 */
export class MoodNotes {
	readonly #storage: DurableObjectStorage;
	/** By session id, the latest. */
	readonly #moods = new Map<string, Moods>();

	constructor(storage: DurableObjectStorage) {
		this.#storage = storage;
		for (const { notes } of storage.sql.exec<{ notes: string }>("SELECT notes FROM mood_notes ORDER BY id"))
			this.#keep(JSON.parse(notes));
	}

	get isEmpty(): boolean {
		return this.#moods.size === 0;
	}

	get isFull(): boolean {
		return this.#moods.size >= MAX_SESSIONS;
	}

	has(sessionId: string): boolean {
		return this.#moods.has(sessionId);
	}

	add(notes: readonly MoodNote[]): void {
		this.#storage.sql.exec("INSERT INTO mood_notes (notes) VALUES (?)", JSON.stringify(notes));
		this.#keep(notes);
	}

	/** All notes, which are forgotten here. To be called in the transaction that counts them. */
	take(): MoodNote[] {
		const notes = [...this.#moods].map(([sessionId, moods]) => ({ sessionId, moods }));
		this.#storage.sql.exec("DELETE FROM mood_notes");
		this.#moods.clear();
		return notes;
	}

	#keep(notes: readonly MoodNote[]): void {
		for (const { sessionId, moods } of notes) this.#moods.set(sessionId, moods);
	}
}
