import type { MoodReading } from "../contract.ts";
import { type CompiledModel, compile } from "./compile.ts";
import { roundedProbability, type Scores, scoreAt, topMood } from "./score.ts";
import type { ModelState, MoodModel, MoodRule } from "./types.ts";

/** The reading of one model; `signals` is empty for `neutral`. */
export type ModelReading = Pick<MoodReading, "mood" | "confidence" | "signals" | "suggested_action">;

/** A signal is listed if it contributes at least this share of the mood's score, up to MAX_SIGNALS signals. */
const MIN_SIGNAL_SHARE = 0.05;
const MAX_SIGNALS = 5;

/**
 * The session's mood at its latest event. The confidence of a mood is the probability that it is the true one; that of
 * `neutral` is the probability that the leading mood is wrong. See `topMood` for how it is calibrated.
 */
export function readMood(model: MoodModel, state: ModelState): ModelReading {
	const compiled = compile(model);
	const scores = scoreAt(compiled, state);
	const { top, probability } = topMood(scores, model.calibration);
	const leading = compiled.moods[top] as MoodRule;
	const speaks = (scores.moods[top] ?? 0) > 0;
	if (!speaks || hasTooLittleEvidence(model, state.count, roundedProbability(probability)))
		return neutral(model, probability);
	return {
		mood: leading.mood,
		confidence: roundedProbability(probability),
		signals: strongestSignals(compiled, scores, top),
		suggested_action: leading.suggested_action,
	};
}

function hasTooLittleEvidence({ neutral }: MoodModel, events: number, confidence: number): boolean {
	return events < neutral.minEvents || (events < neutral.fewEvents && confidence < neutral.minConfidence);
}

function neutral({ moods }: MoodModel, probability: number): ModelReading {
	const { mood, suggested_action } = moods[moods.length - 1] as MoodRule;
	return { mood, confidence: roundedProbability(1 - probability), signals: [], suggested_action };
}

function strongestSignals({ signals }: CompiledModel, { values }: Scores, mood: number): string[] {
	const speaking: { id: string; points: number }[] = [];
	let total = 0;
	for (const { rule, index, weights } of signals) {
		const points = (weights[mood] ?? 0) * (values[index] ?? 0);
		if (points <= 0) continue;
		total += points;
		speaking.push({ id: rule.id, points });
	}
	return speaking
		.filter(({ points }) => points >= MIN_SIGNAL_SHARE * total)
		.sort((a, b) => b.points - a.points)
		.slice(0, MAX_SIGNALS)
		.map(({ id }) => id);
}
