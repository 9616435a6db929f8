import { emptyState, fold, settle } from "../engine/fold.ts";
import { normaliseTimestamp } from "../engine/measure.ts";
import { readMood } from "../engine/read.ts";
import type { ModelState, MoodEvent } from "../engine/types.ts";
import { MODELS } from "../models/index.ts";
import type { Moods } from "../types.ts";

/** An event as a client sends it: `ts` in seconds or, by mistake, in milliseconds, or left out. */
export type PostedEvent = Omit<MoodEvent, "ts"> & { ts?: number | undefined };

/** All that is kept in memory of a session, and in its newest row. Plain JSON. */
export interface SessionState {
	accountId: string;
	sessionId: string;
	totalEvents: number;
	/** The time of the latest event, in seconds. */
	updatedAt: number;
	/** The calendar month that the session was last counted in. */
	countedMonth: string;
	/** A model that was added later is missing until it is folded over the events that are still stored. */
	models: Record<string, ModelState>;
	moods: Moods;
	/** The moods that the account knows of. */
	announced: Moods;
	/** The raw events are gone; the summary stays. */
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

/** Every event with a time: what came without one gets the time of receipt (milliseconds). */
export const timed = (events: readonly PostedEvent[], receivedAt: number): MoodEvent[] =>
	events.map((event) => ({ ...event, ts: normaliseTimestamp(event.ts, receivedAt / 1000) }));

/** The session after a batch. Every mood model reads every event, so a session can be read by any of them. */
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

/** The session without its raw events, for retention. */
export const withoutEvents = (state: SessionState): SessionState => ({
	...state,
	models: mapModels((model) => settle(model, state.models[model.id] ?? emptyState())),
	settled: true,
});

/** The mood models that are younger than this state, or were revised since it was written. */
export const outdatedModels = ({ models }: SessionState): string[] =>
	MODELS.filter(({ id, revision }) => models[id]?.revision !== revision).map(({ id }) => id);

/** The session with some of its models taken from another folding of its events. */
export function withModels(state: SessionState, from: SessionState, ids: readonly string[]): SessionState {
	const models = { ...state.models };
	for (const id of ids) models[id] = from.models[id] ?? emptyState();
	return { ...state, models, moods: moodsOf(models) };
}

export const isAnnounced = ({ moods, announced }: SessionState): boolean =>
	Object.keys(moods).every((model) => moods[model] === announced[model]);

const moodsOf = (models: Record<string, ModelState>): Moods =>
	Object.fromEntries(
		MODELS.map((model) => [model.id, readMood(model, models[model.id] ?? emptyState()).mood]),
	);

const mapModels = (next: (model: (typeof MODELS)[number]) => ModelState): Record<string, ModelState> =>
	Object.fromEntries(MODELS.map((model) => [model.id, next(model)]));
