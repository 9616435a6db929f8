import { accumulate, type Listener } from "./accumulate.ts";
import { type CompiledModel, NO_MOOD } from "./compile.ts";
import { currentState, type Summary, summaryOf } from "./summary.ts";
import type { ModelState, StoredEvent } from "./types.ts";

/** A summary with the buffered events added. */
interface Replayed {
	summary: Summary;
	/** The mood that is told after each of them. */
	told: number[];
}

/** Of states that are at hand. */
const open = new WeakMap<ModelState, Replayed>();

/** Adds the buffered events to a copy of the state's summary. */
export function replayed(compiled: CompiledModel, state: ModelState, listener?: Listener): Replayed {
	const { recent, ...closed } = currentState(compiled.model, state);
	const summary = summaryOf(compiled, closed);
	return { summary, told: addAll(compiled, summary, recent, listener) };
}

function addAll(
	compiled: CompiledModel,
	summary: Summary,
	events: readonly StoredEvent[],
	listener?: Listener,
): number[] {
	return events.map((event) => {
		accumulate(compiled, summary, event, listener);
		return summary.memory[compiled.toldCell] ?? NO_MOOD;
	});
}

/** The summary with the buffered events, kept as long as the state is. It must not be changed. */
export function openSummary(compiled: CompiledModel, state: ModelState): Summary {
	let entry = open.get(state);
	if (entry === undefined) {
		entry = replayed(compiled, state);
		open.set(state, entry);
	}
	return entry.summary;
}

/**
 * Takes the kept summary of a state further by events that are all newer, so that these are all that has to be added.
 * Undefined if there is none.
 */
export function takeFurther(
	compiled: CompiledModel,
	state: ModelState,
	newer: readonly StoredEvent[],
): Replayed | undefined {
	const entry = open.get(state);
	if (entry === undefined) return undefined;
	open.delete(state);
	return { summary: entry.summary, told: [...entry.told, ...addAll(compiled, entry.summary, newer)] };
}

/** Keeps a summary for the state that it is of. */
export const keepOpen = (state: ModelState, { summary, told }: Replayed): void => {
	open.set(state, { summary, told: told.slice(told.length - state.recent.length) });
};
