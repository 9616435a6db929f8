import { emptyState, fold, settle } from "../engine/fold.ts";
import { normaliseTimestamp } from "../engine/measure.ts";
import { moodOf } from "../engine/read.ts";
import type { ModelState, MoodEvent } from "../engine/types.ts";
import { MODELS } from "../models/index.ts";
import type { Moods } from "../types.ts";

/** An event as sent by a client: `ts` in seconds, in milliseconds by mistake, or absent. */
export type PostedEvent = Omit<MoodEvent, "ts"> & { ts?: number | undefined };

/** The state of a session, held in memory and in its latest row. Plain JSON. */
export interface SessionState {
	accountId: string;
	sessionId: string;
	totalEvents: number;
	/** The time of the latest event, in Unix seconds. */
	updatedAt: number;
	/** When the latest batch arrived, in Unix milliseconds; missing in states from before it was kept. */
	observedAt?: number;
	/** The calendar month in which the session was last counted. */
	countedMonth: string;
	/** A model added later is missing until it has been folded over the stored events. */
	models: Record<string, ModelState>;
	moods: Moods;
	/** The moods last reported to the account. */
	announced: Moods;
	/** The raw events have been deleted; only the summary remains. */
	settled: boolean;
}

export const newSession = (accountId: string, sessionId: string): SessionState => ({
	accountId,
	sessionId,
	totalEvents: 0,
	updatedAt: 0,
	countedMonth: "",
	models: {},
	moods: {},
	announced: {},
	settled: false,
});

/** Normalises the timestamp of every event; the time of receipt (Unix ms) is the default. */
export const withTimestamps = (events: readonly PostedEvent[], receivedAt: number): MoodEvent[] =>
	events.map((event) => ({ ...event, ts: normaliseTimestamp(event.ts, receivedAt / 1000) }));

/** The session after a batch. Every model is folded over every event, so each can be read at any time. */
export function withEvents(state: SessionState, events: readonly MoodEvent[]): SessionState {
	const models = mapModels((model) => fold(model, state.models[model.id] ?? emptyState(), events));
	return {
		...state,
		totalEvents: state.totalEvents + events.length,
		updatedAt: events.reduce((latest, { ts }) => Math.max(latest, ts), state.updatedAt),
		models,
		moods: moodsOf(models),
		settled: false,
	};
}

/** The session without its raw events, when their retention ends. */
export const withoutEvents = (state: SessionState): SessionState => ({
	...state,
	models: mapModels((model) => settle(model, state.models[model.id] ?? emptyState())),
	settled: true,
});

/** The ids of models that were added or revised since this state was written. */
export const outdatedModels = ({ models }: SessionState): string[] =>
	MODELS.filter(({ id, revision }) => models[id]?.revision !== revision).map(({ id }) => id);

/** The session with the states of some models replaced by those of `from`. */
export function withModels(state: SessionState, from: SessionState, ids: readonly string[]): SessionState {
	const models = { ...state.models };
	for (const id of ids) models[id] = from.models[id] ?? emptyState();
	return { ...state, models, moods: moodsOf(models) };
}

export const isAnnounced = ({ moods, announced }: SessionState): boolean =>
	Object.keys(moods).every((model) => moods[model] === announced[model]);

const moodsOf = (models: Record<string, ModelState>): Moods =>
	Object.fromEntries(MODELS.map((model) => [model.id, moodOf(model, models[model.id] ?? emptyState())]));

const mapModels = (next: (model: (typeof MODELS)[number]) => ModelState): Record<string, ModelState> =>
	Object.fromEntries(MODELS.map((model) => [model.id, next(model)]));
