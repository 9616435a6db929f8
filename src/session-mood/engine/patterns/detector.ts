import type { StoredEvent } from "../types.ts";

/**
 * A pattern as an automaton. `step` is called in time order for each event of a watched type. It reads and writes its
 * own cells, `memory[base]` to `memory[base + initial.length - 1]`, and returns the magnitude, or 0 if it did not fire.
 * Clicks with a context, and those that the page answered, are never passed to it.
 */
export interface Detector {
	/** Indices of the watched event types. */
	watches: readonly number[];
	/** Mask of the fields it reads, see FIELD. */
	fields: number;
	/** The initial cells. Cells must always be finite, because JSON stores them. */
	initial: readonly number[];
	step(memory: number[], base: number, event: StoredEvent): number;
	/** Called when what it fired was eased: it must not build on it any more. */
	forget?(memory: number[], base: number): void;
	/** The magnitude of an event that arrives too late to be processed in order. Absent: 0. */
	alone?(event: StoredEvent): number;
}

/** Type name → index in the model; throws for an unknown name. */
export type TypeIndex = (name: string) => number;

/** Cell value for "not yet": no time is negative. */
export const NEVER = -1;

/** Cell value for an unknown coordinate: far from everything. */
export const NOWHERE = 1e15;
