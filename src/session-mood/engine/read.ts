import type { MoodReading } from "../contract.ts";
import { type CompiledModel, compile } from "./compile.ts";
import { judge, roundedProbability, type Scores, scoreAt } from "./score.ts";
import type { ModelState, MoodModel, MoodRule, SignalRule } from "./types.ts";

/** The reading of one model; `signals` is empty for `neutral`. */
export type ModelReading = Pick<MoodReading, "mood" | "confidence" | "signals" | "suggested_action">;

/** A signal is listed if it contributes at least this share of the mood's score, up to MAX_SIGNALS signals. */
const MIN_SIGNAL_SHARE = 0.03;
const MAX_SIGNALS = 5;

/** A reading is of now: after two minutes of silence its confidence halves every ten, and below a third it is neutral. */
const STILL_NOW_MS = 2 * 60_000;
const SILENCE_HALF_LIFE_MS = 10 * 60_000;
const MIN_FADED_PROBABILITY = 1 / 3;

/** The share of a reading's confidence that is left after so much silence, in ms. */
const leftAfter = (silence: number): number =>
	2 ** (-Math.max(0, silence - STILL_NOW_MS) / SILENCE_HALF_LIFE_MS);

/**
 * The session's mood at its latest event, faded by the silence since then (ms). The confidence of a mood is the probability that it is the true one; that of
 * `neutral` is the probability that the leading mood is wrong. See `judge` for how it is calibrated.
 */
export function readMood(model: MoodModel, state: ModelState, silence = 0): ModelReading {
	const compiled = compile(model);
	const scores = scoreAt(compiled, state);
	const { told } = scores;
	const left = leftAfter(silence);
	const probability = judge(scores, model).probability * left;
	const confidence = roundedProbability(probability);
	const rule = compiled.moods[told] as MoodRule;
	const signals = strongestSignals(compiled, scores, told);
	const isFaded = left < 1 && probability < MIN_FADED_PROBABILITY;
	const speaks = (scores.moods[told] ?? 0) > 0 && !isFaded;
	if (!speaks || hasTooLittleEvidence(model, state.count, confidence)) return neutral(model, probability);
	return {
		mood: rule.mood,
		confidence,
		signals: signals.map(({ id }) => id),
		suggested_action:
			confidence >= minActionConfidence(rule, signals) ? rule.suggested_action : silentAction(model),
	};
}

/** What a mood's action needs, given the signals that speak for the mood. */
const minActionConfidence = (mood: MoodRule, signals: readonly SignalRule[]): number =>
	Math.max(
		mood.minActionConfidence ?? 0,
		Math.min(...signals.map((signal) => signal.minActionConfidence ?? 0)),
	);

/** What to do while no mood is sure enough to disturb anybody for. */
const silentAction = ({ moods }: MoodModel): string => (moods[moods.length - 1] as MoodRule).suggested_action;

function hasTooLittleEvidence({ neutral }: MoodModel, events: number, confidence: number): boolean {
	return events < neutral.minEvents || (events < neutral.fewEvents && confidence < neutral.minConfidence);
}

function neutral({ moods }: MoodModel, probability: number): ModelReading {
	const { mood, suggested_action } = moods[moods.length - 1] as MoodRule;
	return { mood, confidence: roundedProbability(1 - probability), signals: [], suggested_action };
}

function strongestSignals({ signals }: CompiledModel, { counted }: Scores, mood: number): SignalRule[] {
	const speaking: { rule: SignalRule; points: number }[] = [];
	let total = 0;
	for (const { rule, index, weights } of signals) {
		const points = (weights[mood] ?? 0) * (counted[index] ?? 0);
		if (points <= 0) continue;
		total += points;
		speaking.push({ rule, points });
	}
	return speaking
		.filter(({ points }) => points >= MIN_SIGNAL_SHARE * total)
		.sort((a, b) => b.points - a.points)
		.slice(0, MAX_SIGNALS)
		.map(({ rule }) => rule);
}
