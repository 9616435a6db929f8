import type { MoodReading } from "../contract.ts";
import { type CompiledModel, compile } from "./compile.ts";
import { judge, roundedProbability, type Scores, scoreAt } from "./score.ts";
import type { ModelState, MoodModel, MoodRule, SignalRule } from "./types.ts";

/** The reading of one model; `signals` is empty for `neutral`. */
export type ModelReading = Pick<MoodReading, "mood" | "confidence" | "signals" | "suggested_action">;

/** A signal is listed if it contributes at least this share of the mood's score, up to MAX_SIGNALS signals. */
const MIN_SIGNAL_SHARE = 0.03;
const MAX_SIGNALS = 5;

/**
 * The session's mood at its latest event. The confidence of a mood is the probability that it is the true one; that of
 * `neutral` is the probability that the leading mood is wrong. See `judge` for how it is calibrated.
 */
export function readMood(model: MoodModel, state: ModelState): ModelReading {
	const compiled = compile(model);
	const scores = scoreAt(compiled, state);
	const { told } = scores;
	const { probability } = judge(scores, model);
	const confidence = roundedProbability(probability);
	const rule = compiled.moods[told] as MoodRule;
	const signals = strongestSignals(compiled, scores, told);
	const speaks = (scores.moods[told] ?? 0) > 0;
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
