import type { MoodReading } from "../contract.ts";
import { type CompiledModel, compile } from "./compile.ts";
import { roundedProbability, type Scores, scoreAt, topMood } from "./score.ts";
import type { ModelState, MoodModel, MoodRule } from "./types.ts";

/** What a model says of its events; `signals` is empty for `neutral`. */
export type ModelReading = Pick<MoodReading, "mood" | "confidence" | "signals" | "suggested_action">;

/** A signal is named if it makes at least this share of what speaks for the mood; at most MAX_SIGNALS are. */
const NAMED_SHARE = 0.05;
const MAX_SIGNALS = 5;

/**
 * The session's mood at its latest event.
 * `confidence` of a named mood is the probability that it is the true one; that of `neutral` is the probability
 * that naming the leading mood would have been wrong. See confidence.ts for what that is worth.
 */
export function readMood(model: MoodModel, state: ModelState): ModelReading {
	const compiled = compile(model);
	const scores = scoreAt(compiled, state);
	const { top, probability } = topMood(scores, model.calibration);
	const leading = compiled.moods[top] as MoodRule;
	const speaks = (scores.moods[top] ?? 0) > 0;
	if (!speaks || isTooLittle(model, state.count, roundedProbability(probability)))
		return neutral(model, probability);
	return {
		mood: leading.mood,
		confidence: roundedProbability(probability),
		signals: strongestSignals(compiled, scores, top),
		suggested_action: leading.suggested_action,
	};
}

function isTooLittle({ neutral }: MoodModel, events: number, confidence: number): boolean {
	return events < neutral.never || (events < neutral.surely && confidence < neutral.unless);
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
		.filter(({ points }) => points >= NAMED_SHARE * total)
		.sort((a, b) => b.points - a.points)
		.slice(0, MAX_SIGNALS)
		.map(({ id }) => id);
}
