import type { Explanation, SignalExplanation } from "../contract-explanation.ts";
import { type CompiledModel, type CompiledSignal, compile } from "./compile.ts";
import { timeOf, typeOf } from "./encode.ts";
import { judge, roundedProbability, type Scores, scoreAt } from "./score.ts";
import type { ModelState, MoodModel } from "./types.ts";

const FORMULA =
	"score(mood) = Σ weight(signal, mood) · limited(Σ magnitude · 2^(−age / half-life)), limited(v) = limit · (1 − e^(−v / limit))";
const MAX_RECENT = 5;

/** The scores of all moods and the signals that occurred, with their latest events. */
export function explain(model: MoodModel, state: ModelState): Explanation {
	const compiled = compile(model);
	const recent = new Map<string, SignalExplanation["recent"]>();
	const at = state.last ?? 0;
	const scores = scoreAt(compiled, state, at, ({ rule, rate }, event, magnitude) => {
		const decay = Math.exp(rate * (at - timeOf(event)));
		const type = compiled.types[typeOf(event)] ?? "";
		const seen = recent.get(rule.id) ?? [];
		recent.set(rule.id, [...seen, { type, ts: timeOf(event) / 1000, magnitude, decay }].slice(-MAX_RECENT));
	});
	const { shares, probability } = judge(scores, model);
	return {
		model: model.id,
		formula: FORMULA,
		as_of: state.last === null ? null : state.last / 1000,
		event_count: state.count,
		scores: compiled.moods.map(({ mood }, i) => ({
			mood,
			score: scores.moods[i] ?? 0,
			share: shares[i] ?? 0,
		})),
		probability: roundedProbability(probability),
		signals: compiled.signals.flatMap((signal, i) => explainSignal(compiled, signal, scores, i, recent)),
	};
}

function explainSignal(
	compiled: CompiledModel,
	{ rule }: CompiledSignal,
	{ values, counted, counts }: Scores,
	index: number,
	recent: ReadonlyMap<string, SignalExplanation["recent"]>,
): SignalExplanation[] {
	const occurrences = counts[index] ?? 0;
	if (occurrences === 0) return [];
	const value = values[index] ?? 0;
	const contributions: Record<string, number> = {};
	for (const { mood } of compiled.moods) {
		const weight = rule.weights[mood];
		if (weight !== undefined) contributions[mood] = weight * (counted[index] ?? 0);
	}
	const { id, meaning, halfLife, weights, limit = null, threshold, source } = rule;
	return [
		{
			id,
			meaning,
			occurrences,
			half_life_s: halfLife,
			value,
			weights,
			limit,
			contributions,
			threshold,
			source,
			recent: recent.get(id) ?? [],
		},
	];
}
