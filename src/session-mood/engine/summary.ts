import type { CompiledModel, CompiledSignal } from "./compile.ts";
import type { ModelState, MoodModel } from "./types.ts";

/** The state of a session without events, for any model. */
export function emptyState(): ModelState {
	return { revision: 0, count: 0, last: null, edge: null, sums: [], memory: [], recent: [] };
}

/** The state for this revision of the model. Sums from another revision are not comparable and are dropped. */
export function currentState(model: MoodModel, state: ModelState): ModelState {
	if (state.revision === model.revision) return state;
	return {
		...emptyState(),
		revision: model.revision,
		count: state.count,
		last: state.last,
		edge: edgeAfterLast(model, state),
	};
}

/** An edge that sorts after every event up to the latest. */
export const edgeAfterLast = ({ types, alsoReads = [] }: MoodModel, { last }: ModelState) =>
	last === null ? null : [last, types.length + alsoReads.length];

/** The summary of a session at some point: decayed sums and the memory of the patterns. */
export type Summary = Pick<ModelState, "sums" | "memory">;

/** Each sum is three numbers: its value, the time (ms) of that value, and the number of occurrences. */
export const [VALUE, AT, COUNT, SUM_SIZE] = [0, 1, 2, 3] as const;

export const emptySummary = (compiled: CompiledModel): Summary => ({
	sums: compiled.signals.flatMap(() => [0, 0, 0]),
	memory: [...compiled.initialMemory],
});

/** A mutable copy of a state's summary. */
export function summaryOf(compiled: CompiledModel, { sums, memory }: Summary): Summary {
	return sums.length === 0 ? emptySummary(compiled) : { sums: sums.slice(), memory: memory.slice() };
}

/** The sum of a signal at a time (ms), decayed. */
export function valueAt({ index, rate }: CompiledSignal, sums: readonly number[], at: number): number {
	const standing = sums[index * SUM_SIZE + VALUE] ?? 0;
	if (standing === 0) return 0;
	return standing * Math.exp(rate * Math.max(0, at - (sums[index * SUM_SIZE + AT] ?? 0)));
}

/** What counts of a signal's value. */
export const limited = ({ limit }: CompiledSignal, value: number): number =>
	limit === Number.POSITIVE_INFINITY ? value : limit * (1 - Math.exp(-value / limit));

/** Adds an occurrence of a signal at a time (ms). */
export function add(sums: number[], { index, rate }: CompiledSignal, time: number, magnitude: number) {
	const sum = index * SUM_SIZE;
	const value = sums[sum + VALUE] ?? 0;
	const at = sums[sum + AT] ?? 0;
	if (time >= at) {
		sums[sum + VALUE] = value === 0 ? magnitude : value * Math.exp(rate * (time - at)) + magnitude;
		sums[sum + AT] = time;
	} else {
		sums[sum + VALUE] = value + magnitude * Math.exp(rate * (at - time));
	}
	sums[sum + COUNT] = (sums[sum + COUNT] ?? 0) + 1;
}
