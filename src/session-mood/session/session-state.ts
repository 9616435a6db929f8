import type { MoodNote } from "../account/messages.ts";
import { type SeenMood, seenMood } from "../account/mood-times.ts";
import { emptyState, fold, settle } from "../engine/fold.ts";
import { normaliseTimestamp } from "../engine/measure.ts";
import { moodOf, readMood } from "../engine/read.ts";
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
	/** All moods that it has been in, by hour, and how many of them were reported; missing in older states. */
	seen?: readonly SeenMood[];
	announcedSeen?: number;
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
	const updatedAt = events.reduce((latest, { ts }) => Math.max(latest, ts), state.updatedAt);
	const moods = moodsOf(models);
	return {
		...state,
		totalEvents: state.totalEvents + events.length,
		updatedAt,
		models,
		moods,
		seen: withSeen(state.seen ?? [], moods, updatedAt),
		settled: false,
	};
}

/** A session that goes on for longer is not followed by the hour any more. */
const MAX_SEEN = 2_000;

/** With the moods of the hour in which its latest event was (Unix seconds). */
function withSeen(seen: readonly SeenMood[], moods: Moods, updatedAt: number): readonly SeenMood[] {
	const hour = Math.floor(updatedAt / 3600);
	const now = Object.entries(moods).map(([model, mood]) => seenMood(model, hour, mood));
	const added = now.filter((each) => !seen.includes(each));
	return added.length === 0 || seen.length >= MAX_SEEN ? seen : [...seen, ...added];
}

/** What the account is told of the session. */
export function noteOf({
	sessionId,
	moods,
	models,
	totalEvents,
	updatedAt,
	seen = [],
}: SessionState): MoodNote {
	const readings = MODELS.map((model) => {
		const { confidence, suggested_action: action } = readMood(model, models[model.id] ?? emptyState());
		return [model.id, { confidence, action }] as const;
	});
	return {
		sessionId,
		moods,
		readings: Object.fromEntries(readings),
		eventCount: totalEvents,
		updatedAt,
		seen,
	};
}

/** The session after the account was told this of it. */
export const withAnnounced = (state: SessionState, { moods, seen }: MoodNote): SessionState => ({
	...state,
	announced: moods,
	announcedSeen: seen.length,
});

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

/** Whether the account knows in which hours the session was in which moods. If not, it can wait for the next change. */
export const areTimesAnnounced = ({ seen = [], announcedSeen = 0 }: SessionState): boolean =>
	seen.length <= announcedSeen;

const moodsOf = (models: Record<string, ModelState>): Moods =>
	Object.fromEntries(MODELS.map((model) => [model.id, moodOf(model, models[model.id] ?? emptyState())]));

const mapModels = (next: (model: (typeof MODELS)[number]) => ModelState): Record<string, ModelState> =>
	Object.fromEntries(MODELS.map((model) => [model.id, next(model)]));
