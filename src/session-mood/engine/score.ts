import { accumulate, copySummary, decay, type Listener, type Summary } from "./accumulate.ts";
import type { CompiledModel } from "./compile.ts";
import type { ModelState, StoredEvent } from "./types.ts";

export interface Scores {
	/** Decayed sum of each signal, in the model's order. */
	values: number[];
	/** How many events made each signal, in the model's order. */
	counts: number[];
	/** S of each mood but neutral, in the model's order. */
	moods: number[];
	/** Σ of the decayed sums: how much there is to go by. */
	mass: number;
}

/** The moods that can be scored: all but the last, neutral, which is their absence. */
export const scoredMoods = ({ model }: CompiledModel) => model.moods.slice(0, -1);

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
	const summary = state.recent.length === 0 ? state : replay(compiled, state, listener);
	const moods = scoredMoods(compiled);
	const scores: Scores = { values: [], counts: [], moods: moods.map(() => 0), mass: 0 };
	for (const { rule, halfLifeMs } of compiled.signals) {
		const sum = summary.sums[rule.id];
		const value = sum === undefined ? 0 : sum[0] * decay(Math.max(0, at - sum[1]), halfLifeMs);
		scores.values.push(value);
		scores.counts.push(sum?.[2] ?? 0);
		scores.mass += value;
		if (value === 0) continue;
		for (const [i, { mood }] of moods.entries()) {
			scores.moods[i] = (scores.moods[i] ?? 0) + (rule.weights[mood] ?? 0) * value;
		}
	}
	return scores;
}

function replay(compiled: CompiledModel, state: ModelState, listener?: Listener): Summary {
	const summary = copySummary(state);
	for (const event of state.recent as readonly StoredEvent[]) accumulate(compiled, summary, event, listener);
	return summary;
}
