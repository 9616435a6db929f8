import { accumulate, accumulateLate, accumulateUntold } from "./accumulate.ts";
import { type CompiledModel, compile, NO_MOOD } from "./compile.ts";
import { compareStored, encode, timeOf } from "./encode.ts";
import { keepOpen, takeFurther } from "./open-summaries.ts";
import { currentState, edgeAfterLast, type Summary, summaryOf } from "./summary.ts";
import type { ModelState, MoodEvent, MoodModel, StoredEvent } from "./types.ts";

export { emptyState } from "./summary.ts";

/**
 * The number of latest events that can still be reordered. An event that arrives after at most this many newer ones
 * counts as if it had arrived in order, so one batch of 20 may overtake another. A later arrival still counts on its
 * own, but completes no pattern.
 */
export const BUFFER_SIZE = 24;

/**
 * The state after more events, in any order. Unknown event types are skipped. Runs in time proportional to the number
 * of `events`, regardless of the session's length.
 */
export function fold(model: MoodModel, state: ModelState, events: readonly MoodEvent[]): ModelState {
	const compiled = compile(model);
	const incoming = encodeKnown(compiled, events);
	const newest = incoming[incoming.length - 1];
	if (newest === undefined) return state;
	const before = currentState(model, state);
	const [late, inTime] = splitAt(before.edge, incoming);
	const ordered = merge(before.recent, inTime);
	const closing = Math.max(0, ordered.length - BUFFER_SIZE);
	const isAppended = late.length === 0 && inOrder(before.recent, inTime);
	const open = isAppended ? takeFurther(compiled, state, inTime) : undefined;
	const summary = late.length + closing === 0 ? before : summaryOf(compiled, before);
	for (const event of late) accumulateLate(compiled, summary, event);
	close(compiled, summary, ordered, closing, open?.told[closing - 1]);
	const after = {
		revision: model.revision,
		count: before.count + incoming.length,
		last: Math.max(before.last ?? 0, timeOf(newest)),
		edge: ordered[closing - 1] ?? before.edge,
		sums: summary.sums,
		memory: summary.memory,
		recent: closing === 0 ? ordered : ordered.slice(closing),
	};
	if (open) keepOpen(after, open);
	return after;
}

/** Whether all of `b` is as new as the newest of `a`. Both are in order. */
function inOrder(a: readonly StoredEvent[], b: readonly StoredEvent[]): boolean {
	const [end, start] = [a[a.length - 1], b[0]];
	return end === undefined || start === undefined || compareStored(end, start) <= 0;
}

/** Folds the buffered events into the summary and drops them, so that only sums and counts remain. */
export function settle(model: MoodModel, state: ModelState): ModelState {
	const compiled = compile(model);
	const before = currentState(model, state);
	const { recent } = before;
	const summary = summaryOf(compiled, before);
	close(compiled, summary, recent, recent.length);
	const memory = [...compiled.initialMemory];
	memory[compiled.toldCell] = summary.memory[compiled.toldCell] ?? NO_MOOD;
	return {
		...before,
		edge: edgeAfterLast(model, before),
		sums: summary.sums,
		memory,
		recent: [],
	};
}

/** Adds the first events to the summary for good. `told` is the mood that is told after them, where that is known. */
function close(
	compiled: CompiledModel,
	summary: Summary,
	ordered: readonly StoredEvent[],
	upTo: number,
	told?: number,
): void {
	const add = told === undefined ? accumulate : accumulateUntold;
	for (let i = 0; i < upTo; i++) add(compiled, summary, ordered[i] as StoredEvent);
	if (told === undefined) return;
	summary.memory[compiled.toldCell] = told;
	summary.memory[compiled.toldCell + 1] = timeOf(ordered[upTo - 1] as StoredEvent);
}

function encodeKnown({ typeIndex, fields }: CompiledModel, events: readonly MoodEvent[]): StoredEvent[] {
	const known: StoredEvent[] = [];
	for (const event of events) {
		const type = typeIndex.get(event.type);
		if (type !== undefined) known.push(encode(event, type, fields[type] ?? 0));
	}
	return known.sort(compareStored);
}

function splitAt(
	edge: StoredEvent | null,
	incoming: StoredEvent[],
): [late: StoredEvent[], inTime: StoredEvent[]] {
	if (edge === null) return [[], incoming];
	let late = 0;
	for (const event of incoming) {
		if (compareStored(event, edge) >= 0) break;
		late++;
	}
	return late === 0 ? [[], incoming] : [incoming.slice(0, late), incoming.slice(late)];
}

function merge(a: readonly StoredEvent[], b: readonly StoredEvent[]): StoredEvent[] {
	const merged = a.concat(b);
	return inOrder(a, b) ? merged : merged.sort(compareStored);
}
