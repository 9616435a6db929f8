import {
	AT,
	accumulate,
	COUNT,
	type Listener,
	SUM_SIZE,
	type Summary,
	summaryOf,
	VALUE,
} from "./accumulate.ts";
import type { CompiledModel } from "./compile.ts";
import { currentState } from "./state.ts";
import type { ModelState } from "./types.ts";

export interface Scores {
	/** Decayed sum of each signal, in the model's order. */
	values: number[];
	/** How many events made each signal, in the model's order. */
	counts: number[];
	/** S of each mood but neutral, in the model's order. */
	moods: number[];
}

/**
 * S_mood(T) = Σ w(signal, mood) · magnitude · 2^(−(T − t) / half-life) over all occurrences of the signals;
 * T is the time of the latest event, or `at` (ms) if given.
 */
export function scoreAt(
	compiled: CompiledModel,
	state: ModelState,
	at: number = state.last ?? 0,
	listener?: Listener,
): Scores {
	const { sums } = replay(compiled, state, listener);
	const scores: Scores = { values: [], counts: [], moods: compiled.moods.map(() => 0) };
	for (const { index, rate, weights } of compiled.signals) {
		const sum = index * SUM_SIZE;
		const standing = sums[sum + VALUE] ?? 0;
		const value = standing === 0 ? 0 : standing * Math.exp(rate * Math.max(0, at - (sums[sum + AT] ?? 0)));
		scores.values.push(value);
		scores.counts.push(sums[sum + COUNT] ?? 0);
		if (value === 0) continue;
		for (let mood = 0; mood < weights.length; mood++) {
			scores.moods[mood] = (scores.moods[mood] ?? 0) + (weights[mood] ?? 0) * value;
		}
	}
	return scores;
}

/** The summary with the events that are still open on top. */
function replay(compiled: CompiledModel, state: ModelState, listener?: Listener): Summary {
	const { recent, ...closed } = currentState(compiled.model, state);
	if (recent.length === 0) return closed;
	const summary = summaryOf(compiled, closed);
	for (const event of recent) accumulate(compiled, summary, event, listener);
	return summary;
}
