import type { StoredEvent } from "../types.ts";

/**
 * A pattern as an automaton. `step` is called for each event of the types it watches, in time order; it updates
 * `memory` in place (the caller's own copy, JSON numbers only, empty at first) and returns the magnitude of
 * what fired, 0 if nothing did. Events in a marked context never reach it.
 */
export interface Detector {
	/** Type indices to feed it with. */
	watches: readonly number[];
	/** Mask of the fields it reads, see FIELD. */
	fields: number;
	step(memory: number[], event: StoredEvent): number;
	/** The magnitude of an event that comes too late to be seen in order; none if left out. */
	alone?(event: StoredEvent): number;
}

/** Type name → index in the model; throws for a name that the model does not have. */
export type TypeIndex = (name: string) => number;

/** Stands in a memory for "not yet": no time is below 0. */
export const NEVER = -1;
