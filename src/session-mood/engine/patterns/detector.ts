import type { StoredEvent } from "../types.ts";

/**
 * A pattern as an automaton. `step` is called for each event of the types it watches, in time order; it reads
 * and writes its own cells, `memory[base]` to `memory[base + initial.length - 1]`, of an array that the caller
 * lends it, and returns the magnitude of what fired, 0 if nothing did. Marked events never reach it.
 */
export interface Detector {
	/** Type indices to feed it with. */
	watches: readonly number[];
	/** Mask of the fields it reads, see FIELD. */
	fields: number;
	/** What its cells hold at first; finite numbers, as all that it ever writes. */
	initial: readonly number[];
	step(memory: number[], base: number, event: StoredEvent): number;
	/** The magnitude of an event that comes too late to be seen in order; none if left out. */
	alone?(event: StoredEvent): number;
}

/** Type name → index in the model; throws for a name that the model does not have. */
export type TypeIndex = (name: string) => number;

/** Stands in a cell for "not yet": no time is below 0. */
export const NEVER = -1;

/** Stands in a cell for a place that is not known: near to nothing. */
export const NOWHERE = 1e15;
