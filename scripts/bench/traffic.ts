import type { MoodEvent } from "../../src/session-mood/engine/types.ts";
import { DEFAULT_MODEL } from "../../src/session-mood/models/index.ts";
import { personaSessions } from "../../test/support/personas/index.ts";

export interface Batch {
	sessionId: string;
	/** JSON, as the snippet posts it. */
	body: string;
}

export const SESSIONS = 200;
export const EVENTS_A_BATCH = 10;
/** Makes a mood last for some eight batches. */
const LIVES = 42;

interface Session {
	id: string;
	events: MoodEvent[];
	/** Time of its latest event, in seconds. */
	until: number;
}

/** Batches of simulated people: each session is in one mood for a while, then in another. */
export class Traffic {
	readonly #sessions: Session[];
	#seed: number;
	#next = 0;

	constructor(seed: number, sessions = SESSIONS) {
		this.#seed = seed;
		this.#sessions = Array.from({ length: sessions }, (_, i) => ({
			id: `visitor_${i}`,
			events: [],
			until: 0,
		}));
	}

	/** The next batches, the sessions in turn. */
	take(count: number): Batch[] {
		return Array.from({ length: count }, () => this.#batch());
	}

	#batch(): Batch {
		const session = this.#sessions[this.#next++ % this.#sessions.length];
		if (!session) throw new RangeError("no such session");
		if (session.events.length < EVENTS_A_BATCH) this.#live(session);
		const events = session.events.splice(0, EVENTS_A_BATCH);
		return { sessionId: session.id, body: JSON.stringify({ events }) };
	}

	/** Adds some five hundred events: personas of one mood, then of the next. */
	#live(session: Session): void {
		const lives = personaSessions(DEFAULT_MODEL, this.#seed++, LIVES).sort((a, b) =>
			a.mood < b.mood ? -1 : 1,
		);
		for (const { events } of lives) {
			const shift = session.until && session.until - (events[0]?.ts ?? 0);
			for (const event of events) session.events.push({ ...event, ts: event.ts + shift });
			session.until = session.events.at(-1)?.ts ?? 0;
		}
	}
}
