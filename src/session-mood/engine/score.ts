import {
	AT,
	accumulate,
	COUNT,
	currentState,
	type Listener,
	SUM_SIZE,
	type Summary,
	summaryOf,
	VALUE,
} from "./accumulate.ts";
import type { CompiledModel } from "./compile.ts";
import type { Calibration, ModelState } from "./types.ts";

export interface Scores {
	/** Decayed sum of each signal, in the model's order. */
	values: number[];
	/** Number of occurrences of each signal, in the model's order. */
	counts: number[];
	/** The score S of each mood except neutral, in the model's order. */
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

/** The summary with the buffered events added. */
function replay(compiled: CompiledModel, state: ModelState, listener?: Listener): Summary {
	const { recent, ...closed } = currentState(compiled.model, state);
	if (recent.length === 0) return closed;
	const summary = summaryOf(compiled, closed);
	for (const event of recent) accumulate(compiled, summary, event, listener);
	return summary;
}

export interface TopMood {
	/** Index of the leading mood in the model's order; ties go to the first. */
	top: number;
	/** Softmax of the scores, summing to 1. */
	shares: number[];
	/** The probability that the leading mood is the session's true one. */
	probability: number;
}

/** No reading is ever certain or impossible. */
const MIN_PROBABILITY = 0.01;
const MAX_PROBABILITY = 0.99;

/**
 * The leading mood and its probability: temperature scaling (Guo et al. 2017, "On Calibration of Modern Neural
 * Networks"), then Platt scaling of the top share (Platt 1999, "Probabilistic Outputs for Support Vector Machines").
 * It is calibrated on simulated personas (scripts/calibrate-moods.ts), not on people.
 */
export function topMood({ moods }: Scores, calibration: Calibration): TopMood {
	let top = 0;
	for (let i = 1; i < moods.length; i++) if ((moods[i] ?? 0) > (moods[top] ?? 0)) top = i;
	const highest = moods[top] ?? 0;
	const powers = moods.map((score) => Math.exp((score - highest) / calibration.temperature));
	const total = powers.reduce((sum, power) => sum + power, 0);
	// logit of the top share, whose power is 1. The floor avoids ln(0).
	const topLogit = -Math.log(Math.max(total - 1, 1e-12));
	const logit = calibration.intercept + calibration.slope * topLogit;
	const probability = Math.min(MAX_PROBABILITY, Math.max(MIN_PROBABILITY, 1 / (1 + Math.exp(-logit))));
	return { top, shares: powers.map((power) => power / total), probability };
}

/** Rounded to two decimals, as in API responses. */
export const roundedProbability = (probability: number): number => Math.round(probability * 100) / 100;
