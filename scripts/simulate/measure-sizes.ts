import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { EMOJI, EMOTIONS } from "../../src/emotions.ts";
import { addDays } from "../../src/journal/days/calendar-day.ts";
import { ROWS_A_WHOLE_STATE, SESSION_MIGRATIONS } from "../../src/session-mood/session/session-migrations.ts";
import {
	newSession,
	withEvents,
	withoutEvents,
	withTimestamps,
} from "../../src/session-mood/session/session-state.ts";
import { EVENTS_A_BATCH, Traffic } from "../bench/traffic.ts";

const SAMPLED_SESSIONS = 40;
const SAMPLED_ENTRIES = 5_000;
/** What workerd keeps in each object's database besides ours, and what one database cannot be smaller than. */
const SMALLEST_OBJECT_BYTES = 12 * 1024;

export interface SessionSizes {
	/** Bytes of a session's database with its events, and after its events were dropped. */
	full: number;
	settled: number;
	/** Of its batches, the share that changes the mood of one of the models. */
	changing: number;
}

const sizeOf = (database: DatabaseSync): number => {
	database.exec("VACUUM");
	const pages = database.prepare("PRAGMA page_count").get()?.page_count;
	const bytes = database.prepare("PRAGMA page_size").get()?.page_size;
	return Number(pages) * Number(bytes);
};

const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;

/** Stores simulated sessions of so many batches as `SessionObject` does. */
export function measureSessions(batches: number): SessionSizes {
	const traffic = new Traffic(1, SAMPLED_SESSIONS);
	const posted = traffic.take(SAMPLED_SESSIONS * batches);
	const sizes = Array.from({ length: SAMPLED_SESSIONS }, (_, i) =>
		measureSession(posted.filter(({ sessionId }) => sessionId === `visitor_${i}`).map(({ body }) => body)),
	);
	return {
		full: mean(sizes.map(({ full }) => full)),
		settled: mean(sizes.map(({ settled }) => settled)),
		changing: mean(sizes.map(({ changing }) => changing)),
	};
}

function measureSession(bodies: readonly string[]): SessionSizes {
	const database = new DatabaseSync(":memory:");
	for (const statement of SESSION_MIGRATIONS.flat()) database.exec(statement);
	const insert = database.prepare(
		"INSERT INTO batches (received_at, idempotency_key, fingerprint, answer, state, events) VALUES (?, ?, ?, ?, ?, ?)",
	);
	let state = newSession(crypto.randomUUID(), crypto.randomUUID());
	let changes = 0;
	for (const [row, body] of bodies.entries()) {
		const { events } = JSON.parse(body);
		const next = withEvents(state, withTimestamps(events, Date.now()));
		if (JSON.stringify(next.moods) !== JSON.stringify(state.moods)) changes += 1;
		state = next;
		const answer = { events_stored: EVENTS_A_BATCH, total_events: state.totalEvents, moods: state.moods };
		const values = [Date.now(), crypto.randomUUID(), "18g-1ouekq5", JSON.stringify(answer)];
		const stored = row % ROWS_A_WHOLE_STATE === 0 ? state : { ...state, models: {} };
		insert.run(...values, JSON.stringify(stored), JSON.stringify(events));
	}
	const full = Math.max(SMALLEST_OBJECT_BYTES, sizeOf(database));
	database.exec("DELETE FROM batches WHERE id < (SELECT max(id) FROM batches)");
	database.prepare("UPDATE batches SET state = ?, events = '[]'").run(JSON.stringify(withoutEvents(state)));
	const settled = Math.max(SMALLEST_OBJECT_BYTES, sizeOf(database));
	database.close();
	return { full, settled, changing: changes / bodies.length };
}

/** Bytes that a note of a minute takes in D1: scores, timeline, three activities, indexes. */
export function measureEntry(migrations: string): number {
	const database = new DatabaseSync(":memory:");
	for (const file of readdirSync(migrations).filter((name) => name.endsWith(".sql")))
		database.exec(readFileSync(join(migrations, file), "utf8").replaceAll("--> statement-breakpoint", ""));
	const before = sizeOf(database);
	const scores = JSON.stringify(
		EMOTIONS.map((emotion) => ({ emoji: EMOJI[emotion], emotion, confidence: 12.5 })),
	);
	const timeline = JSON.stringify(
		Array.from({ length: 14 }, (_, i) => ({ at: i * 4.5, length: 4.5, scores: JSON.parse(scores) })),
	);
	const entry = database.prepare(
		`INSERT INTO mood_entries (id, user_id, entry_date, timezone, created_at, language, duration, measured_duration,
			selected_emoji, emotion_scores, reliability, timeline)
		 VALUES (?, ?, ?, 'Asia/Kolkata', ?, 'en', 60, 60, '😌', ?, 'medium', ?)`,
	);
	const activity = database.prepare(
		"INSERT INTO entry_activities (entry_id, activity_key) SELECT ?, key FROM activities ORDER BY sort_order LIMIT 3",
	);
	database.exec("BEGIN");
	for (let i = 0; i < SAMPLED_ENTRIES; i++) {
		const id = crypto.randomUUID();
		entry.run(id, `user_${i % 50}`, addDays("2026-01-01", Math.floor(i / 50)), Date.now(), scores, timeline);
		activity.run(id);
	}
	database.exec("COMMIT");
	const bytes = (sizeOf(database) - before) / SAMPLED_ENTRIES;
	database.close();
	return bytes;
}
