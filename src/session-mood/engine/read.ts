import type { Sensitivity } from "../../key-settings.ts";
import type { MoodReading } from "../contract.ts";
import { type CompiledModel, compile } from "./compile.ts";
import { openSummary } from "./open-summaries.ts";
import { judge, moodScoresOf, roundedProbability } from "./score.ts";
import { limited, type Summary, valueAt } from "./summary.ts";
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

/** How a session stands by one model at its latest event. */
interface Standing {
	compiled: CompiledModel;
	/** With all events. */
	summary: Summary;
	/** The index of the told mood; undefined for neutral. */
	mood: number | undefined;
	/** That the leading mood is the true one. */
	probability: number;
}

function standingOf(model: MoodModel, state: ModelState, silence: number): Standing {
	const compiled = compile(model);
	const summary = openSummary(compiled, state);
	const scores = moodScoresOf(compiled, state, summary, state.last ?? 0);
	const left = leftAfter(silence);
	const probability = judge(scores, model).probability * left;
	const isFaded = left < 1 && probability < MIN_FADED_PROBABILITY;
	const speaks = (scores.moods[scores.told] ?? 0) > 0 && !isFaded;
	const isNeutral = !speaks || hasTooLittleEvidence(model, state.count, roundedProbability(probability));
	return { compiled, summary, mood: isNeutral ? undefined : scores.told, probability };
}

/** The name of the session's mood at its latest event. */
export function moodOf(model: MoodModel, state: ModelState): string {
	const { mood } = standingOf(model, state, 0);
	return (model.moods[mood ?? model.moods.length - 1] as MoodRule).mood;
}

/**
 * The session's mood at its latest event, faded by the silence since then (ms). The confidence of a mood is the
 * probability that it is the true one; that of `neutral` is the probability that the leading mood is wrong. See `judge`
 * for how it is calibrated.
 */
export function readMood(
	model: MoodModel,
	state: ModelState,
	silence = 0,
	sensitivity: Sensitivity = "normal",
): ModelReading {
	const { compiled, summary, mood, probability } = standingOf(model, state, silence);
	if (mood === undefined) return neutral(model, probability);
	const confidence = roundedProbability(probability);
	const rule = compiled.moods[mood] as MoodRule;
	const signals = strongestSignals(compiled, summary, state.last ?? 0, mood);
	return {
		mood: rule.mood,
		confidence,
		signals: signals.map(({ id }) => id),
		suggested_action:
			confidence >= minActionConfidence(rule, signals, sensitivity)
				? rule.suggested_action
				: silentAction(model),
	};
}

/** Added to what an action needs; less than the lowest is never enough to disturb anybody for. */
const CAUTION: Readonly<Record<Sensitivity, number>> = { low: 0.15, normal: 0, high: -0.15 };
const LOWEST_ACTION_CONFIDENCE = 0.6;
const HIGHEST_ACTION_CONFIDENCE = 0.97;

/** What a mood's action needs, given the signals that speak for the mood. */
function minActionConfidence(
	mood: MoodRule,
	signals: readonly SignalRule[],
	sensitivity: Sensitivity,
): number {
	const own = Math.max(
		mood.minActionConfidence ?? 0,
		Math.min(...signals.map((signal) => signal.minActionConfidence ?? 0)),
	);
	if (own === 0 || sensitivity === "normal") return own;
	return Math.min(HIGHEST_ACTION_CONFIDENCE, Math.max(LOWEST_ACTION_CONFIDENCE, own + CAUTION[sensitivity]));
}

/** What to do while no mood is sure enough to disturb anybody for. */
const silentAction = ({ moods }: MoodModel): string => (moods[moods.length - 1] as MoodRule).suggested_action;

function hasTooLittleEvidence({ neutral }: MoodModel, events: number, confidence: number): boolean {
	return events < neutral.minEvents || (events < neutral.fewEvents && confidence < neutral.minConfidence);
}

function neutral({ moods }: MoodModel, probability: number): ModelReading {
	const { mood, suggested_action } = moods[moods.length - 1] as MoodRule;
	return { mood, confidence: roundedProbability(1 - probability), signals: [], suggested_action };
}

function strongestSignals(
	{ signals }: CompiledModel,
	{ sums }: Summary,
	at: number,
	mood: number,
): SignalRule[] {
	const speaking: { rule: SignalRule; points: number }[] = [];
	let total = 0;
	for (const signal of signals) {
		const weight = signal.weights[mood] ?? 0;
		if (weight <= 0) continue;
		const points = weight * limited(signal, valueAt(signal, sums, at));
		if (points <= 0) continue;
		total += points;
		speaking.push({ rule: signal.rule, points });
	}
	return speaking
		.filter(({ points }) => points >= MIN_SIGNAL_SHARE * total)
		.sort((a, b) => b.points - a.points)
		.slice(0, MAX_SIGNALS)
		.map(({ rule }) => rule);
}
