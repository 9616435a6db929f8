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

/** Batches of simulated people: each session is lived by one persona after the other, so its mood changes. */
export class Traffic {
	readonly #sessions: { id: string; events: MoodEvent[]; until: number }[];
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
		while (session.events.length < EVENTS_A_BATCH) {
			const lived = personaSessions(DEFAULT_MODEL, this.#seed++, 1)[0]?.events ?? [];
			const shift = session.until && session.until - (lived[0]?.ts ?? 0);
			for (const event of lived) session.events.push({ ...event, ts: event.ts + shift });
			session.until = session.events.at(-1)?.ts ?? 0;
		}
		const events = session.events.splice(0, EVENTS_A_BATCH);
		return { sessionId: session.id, body: JSON.stringify({ events }) };
	}
}
