import type { Listener } from "./accumulate.ts";
import type { CompiledModel } from "./compile.ts";
import { openSummary, replayed } from "./open-summaries.ts";
import { COUNT, limited, SUM_SIZE, type Summary, valueAt } from "./summary.ts";
import { moodScores, toldAmong } from "./told-mood.ts";
import type { ModelState, MoodModel } from "./types.ts";

/** What a session's signals add up to. */
export interface MoodScores {
	/** The score S of each mood except neutral, in the model's order. */
	moods: number[];
	/** Index of the mood that is told: see MoodModel.lead. Without it, the leading one. */
	told: number;
	/** All events of known types. */
	events: number;
}

export interface Scores extends MoodScores {
	/** Decayed sum of each signal, in the model's order. */
	values: number[];
	/** What counts of it: see SignalRule.limit. */
	counted: number[];
	/** Number of occurrences of each signal, in the model's order. */
	counts: number[];
}

/**
 * S_mood(T) = Σ w(signal, mood) · limited(Σ magnitude · 2^(−(T − t) / half-life)) over the signals and their occurrences,
 * with limited(v) = limit · (1 − e^(−v / limit)); T is the time (ms) of the summary, which has all events of the state.
 */
export function moodScoresOf(
	compiled: CompiledModel,
	{ count }: ModelState,
	summary: Summary,
	at: number,
): MoodScores {
	const moods = [...moodScores(compiled, summary.sums, at)];
	return { moods, told: toldAmong(compiled, summary, moods), events: count };
}

/** The same with every signal, at the time of the latest event, or at `at` (ms) if given. */
export function scoreAt(
	compiled: CompiledModel,
	state: ModelState,
	at: number = state.last ?? 0,
	listener?: Listener,
): Scores {
	const summary = listener ? replayed(compiled, state, listener).summary : openSummary(compiled, state);
	const values = compiled.signals.map((signal) => valueAt(signal, summary.sums, at));
	return {
		...moodScoresOf(compiled, state, summary, at),
		values,
		counted: compiled.signals.map((signal, i) => limited(signal, values[i] ?? 0)),
		counts: compiled.signals.map(({ index }) => summary.sums[index * SUM_SIZE + COUNT] ?? 0),
	};
}

export interface ToldMood {
	/** Softmax of the scores, summing to 1. */
	shares: number[];
	/** The probability that the told mood is the session's true one. */
	probability: number;
}

/** No reading is ever certain or impossible. */
const MIN_PROBABILITY = 0.01;
const MAX_PROBABILITY = 0.99;
/** So many events count half of what a long session does. */
const FEW_EVENTS = 6;

/**
 * How sure the told mood is: temperature scaling (Guo et al. 2017, "On Calibration of Modern Neural Networks"), then
 * Platt scaling of its share (Platt 1999, "Probabilistic Outputs for Support Vector Machines"), and less for a session
 * of few events. Fitted to simulated people; docs/moods.md has how well it holds on others.
 */
export function judge({ moods, told, events }: MoodScores, model: MoodModel): ToldMood {
	const { calibration } = model;
	const highest = Math.max(...moods);
	const powers = moods.map((score) => Math.exp((score - highest) / calibration.temperature));
	const total = powers.reduce((sum, power) => sum + power, 0);
	const own = powers[told] ?? 1;
	// logit of the share. The floor avoids ln(0).
	const shareLogit = Math.log(own) - Math.log(Math.max(total - own, 1e-12));
	const { intercept, slope } = calibration.moods?.[model.moods[told]?.mood ?? ""] ?? calibration;
	const evidence = (calibration.evidence ?? 0) * Math.log(Math.max(1, events) / (events + FEW_EVENTS));
	const logit = intercept + slope * shareLogit + evidence;
	const probability = Math.min(MAX_PROBABILITY, Math.max(MIN_PROBABILITY, 1 / (1 + Math.exp(-logit))));
	return { shares: powers.map((power) => power / total), probability };
}

/** Rounded to two decimals, as in API responses. */
export const roundedProbability = (probability: number): number => Math.round(probability * 100) / 100;
