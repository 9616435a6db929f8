import type { Occurrence } from "../account/experiment-ledger.ts";
import { RECOVERY_MS } from "../account/experiment-ledger.ts";
import type { ModelReading } from "../engine/read.ts";
import type { ActiveIntervention } from "../interventions/active-intervention.ts";
import { armOf } from "../interventions/arm.ts";
import { decide, NO_PROMPTS, type PromptMemory, withGiven } from "../interventions/due.ts";
import { isGoodMood } from "../models/index.ts";

/** An intervention that was shown. */
export interface Shown {
	/** Of this occurrence. */
	id: string;
	interventionId: string;
	name: string;
	action: string;
	/** As JSON. */
	payload: string;
	/** Unix milliseconds. */
	at: number;
	/** The idempotency key of the batch that made it due, so that a repeated batch gets the same answer. */
	batch: string | null;
}

interface Watched {
	occurrence: Occurrence;
	model: string;
	/** The moods that it was due in. */
	moods: readonly string[];
}

/** What is stored of a session's prompts; nothing where its account has no interventions. */
interface Stored extends PromptMemory {
	/** Those that were active at the latest batch, for when one becomes due without another. */
	interventions: readonly ActiveIntervention[];
	shown: readonly Shown[];
	watched: readonly Watched[];
	/** What the account has not been told yet. */
	untold: readonly Occurrence[];
	/** What webhooks have not been told yet. */
	unannounced: readonly Shown[];
	/** When one becomes due if nothing changes, in Unix milliseconds. */
	nextAt: number | null;
}

const NOTHING: Stored = {
	...NO_PROMPTS,
	interventions: [],
	shown: [],
	watched: [],
	untold: [],
	unannounced: [],
	nextAt: null,
};
const PROMPTS = "prompts";
const MAX_SHOWN = 50;

/** The session's mood by a model, now. */
export type ReadBy = (model: string) => ModelReading | null;

/** The interventions of one session: what is due, what was, and whether it helped. */
export class SessionPrompts {
	readonly #storage: DurableObjectStorage;
	#stored: Stored | undefined;

	constructor(storage: DurableObjectStorage) {
		this.#storage = storage;
	}

	/** What is due after a batch; null if nothing is, or the session is held out. */
	async afterBatch(
		interventions: readonly ActiveIntervention[],
		readBy: ReadBy,
		{ sessionId, now, batch }: { sessionId: string; now: number; batch: string | null },
	): Promise<Shown | null> {
		const before = this.#memory;
		if (interventions.length === 0 && before === NOTHING) return null;
		this.#put({ ...withRecoveries(before, readBy, now), interventions });
		return this.#decide(readBy, sessionId, now, batch);
	}

	/** What is due by now without another batch. */
	async byNow(readBy: ReadBy, sessionId: string, now: number): Promise<Shown | null> {
		const { nextAt } = this.#memory;
		return nextAt === null || nextAt > now ? null : this.#decide(readBy, sessionId, now, null);
	}

	/** What the batch with this idempotency key made due. */
	shownBy(batch: string): Shown | null {
		return this.#memory.shown.find((shown) => shown.batch === batch) ?? null;
	}

	get shown(): readonly Shown[] {
		return this.#memory.shown;
	}
	get nextAt(): number | null {
		return this.#memory.nextAt;
	}
	get untold(): readonly Occurrence[] {
		return this.#memory.untold;
	}

	markTold(told: readonly Occurrence[]): void {
		const { untold } = this.#memory;
		this.#put({ ...this.#memory, untold: untold.filter((occurrence) => !told.includes(occurrence)) });
	}

	get unannounced(): readonly Shown[] {
		return this.#memory.unannounced;
	}

	markAnnounced(announced: readonly Shown[]): void {
		const { unannounced } = this.#memory;
		this.#put({ ...this.#memory, unannounced: unannounced.filter((shown) => !announced.includes(shown)) });
	}

	/** Forgets everything; the storage is erased by the session. */
	forget(): void {
		this.#stored = NOTHING;
	}

	async #decide(readBy: ReadBy, sessionId: string, now: number, batch: string | null): Promise<Shown | null> {
		const memory = this.#memory;
		const { interventions } = memory;
		const models = [...new Set(interventions.map(({ model }) => model))];
		const readings = Object.fromEntries(
			models.flatMap((model) => {
				const reading = readBy(model);
				return reading ? [[model, reading]] : [];
			}),
		);
		const { heldSince, due, nextAt = null } = decide(interventions, memory, readings, now);
		if (!due) {
			if (!isSame(heldSince, memory.heldSince) || nextAt !== memory.nextAt)
				this.#put({ ...memory, heldSince, nextAt });
			return null;
		}
		const arm = memory.given[due.id]?.arm ?? (await armOf(due, sessionId));
		const given = withGiven({ ...memory, heldSince }, due, arm, now);
		const shown = arm === "treated" ? shownOf(due, now, batch) : null;
		const occurrence = {
			interventionId: due.id,
			round: due.round,
			sessionId,
			arm,
			at: now,
			hasRecovered: false,
		};
		this.#put({
			...memory,
			...given,
			shown: [...memory.shown, ...(shown ? [shown] : [])].slice(-MAX_SHOWN),
			watched: [...memory.watched, { occurrence, model: due.model, moods: due.moods }],
			untold: [...memory.untold, occurrence],
			unannounced: [...memory.unannounced, ...(shown ? [shown] : [])],
			nextAt: decide(interventions, given, readings, now).nextAt ?? null,
		});
		return shown;
	}

	get #memory(): Stored {
		this.#stored ??= this.#storage.kv.get<Stored>(PROMPTS) ?? NOTHING;
		return this.#stored;
	}

	#put(next: Stored): void {
		if (next === this.#stored || isSame(next, this.#stored)) return;
		this.#stored = next;
		this.#storage.kv.put(PROMPTS, next);
	}
}

/** The memory once those who went on in a good mood within ten minutes are known to have recovered. */
function withRecoveries(memory: Stored, readBy: ReadBy, now: number): Stored {
	if (memory.watched.length === 0) return memory;
	const watched = memory.watched.filter(({ occurrence }) => now <= occurrence.at + RECOVERY_MS);
	const recovered = watched.filter(({ model, moods }) => {
		const mood = readBy(model)?.mood;
		return mood !== undefined && !moods.includes(mood) && isGoodMood(mood);
	});
	return {
		...memory,
		watched: watched.filter((each) => !recovered.includes(each)),
		untold: [...memory.untold, ...recovered.map(({ occurrence }) => ({ ...occurrence, hasRecovered: true }))],
	};
}

const shownOf = (
	{ id, name, action, payload }: ActiveIntervention,
	at: number,
	batch: string | null,
): Shown => ({
	id: crypto.randomUUID(),
	interventionId: id,
	name,
	action,
	payload,
	at,
	batch,
});

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
