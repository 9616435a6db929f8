import { accumulate, accumulateLate, copySummary, type Summary } from "./accumulate.ts";
import { type CompiledModel, compile } from "./compile.ts";
import { compareStored, encode, timeOf } from "./encode.ts";
import type { ModelState, MoodEvent, MoodModel, StoredEvent } from "./types.ts";

/**
 * How many of the latest events stay open to reordering. An event that comes with fewer than this many newer
 * ones already seen counts exactly as if it had come in time; a batch of 20 may be overtaken by another.
 * One that comes later still counts by itself but completes no pattern.
 */
export const BUFFER_SIZE = 32;

export function emptyState(): ModelState {
	return { count: 0, last: null, edge: null, sums: {}, memory: {}, recent: [] };
}

/**
 * The state after more events, in any order; event types that the model does not know are skipped.
 * The work depends on the number of `events` alone, not on how many the session has had.
 */
export function fold(model: MoodModel, state: ModelState, events: readonly MoodEvent[]): ModelState {
	const compiled = compile(model);
	const incoming = encodeKnown(compiled, events);
	if (incoming.length === 0) return state;
	const inTime = incoming.findIndex((event) => state.edge === null || compareStored(event, state.edge) >= 0);
	const late = inTime === -1 ? incoming : incoming.slice(0, inTime);
	const ordered = inTime === -1 ? state.recent : merge(state.recent, incoming.slice(inTime));
	const closing = Math.max(0, ordered.length - BUFFER_SIZE);
	const summary = late.length + closing > 0 ? copySummary(state) : state;
	for (const event of late) accumulateLate(compiled, summary, event);
	close(compiled, summary, ordered, closing);
	return {
		count: state.count + incoming.length,
		last: Math.max(state.last ?? 0, timeOf(incoming[incoming.length - 1] as StoredEvent)),
		edge: ordered[closing - 1] ?? state.edge,
		sums: summary.sums,
		memory: summary.memory,
		recent: closing > 0 ? ordered.slice(closing) : ordered,
	};
}

/** Sums up what is still open and drops the events themselves, for retention: only scores and counts remain. */
export function settle(model: MoodModel, state: ModelState): ModelState {
	const summary = copySummary(state);
	close(compile(model), summary, state.recent, state.recent.length);
	const edge = state.last === null ? null : [state.last, model.types.length];
	return { count: state.count, last: state.last, edge, sums: summary.sums, memory: {}, recent: [] };
}

function close(compiled: CompiledModel, summary: Summary, ordered: readonly StoredEvent[], upTo: number) {
	for (let i = 0; i < upTo; i++) accumulate(compiled, summary, ordered[i] as StoredEvent);
}

function encodeKnown({ typeIndex, fields }: CompiledModel, events: readonly MoodEvent[]): StoredEvent[] {
	const known: StoredEvent[] = [];
	for (const event of events) {
		const type = typeIndex.get(event.type);
		if (type !== undefined) known.push(encode(event, type, fields[type] ?? 0));
	}
	return known.sort(compareStored);
}

function merge(a: readonly StoredEvent[], b: readonly StoredEvent[]): StoredEvent[] {
	const merged = a.concat(b);
	const [end, start] = [a[a.length - 1], b[0]];
	if (end === undefined || start === undefined || compareStored(end, start) <= 0) return merged;
	return merged.sort(compareStored);
}
