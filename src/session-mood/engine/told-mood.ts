import { type CompiledModel, type CompiledSignal, NO_MOOD } from "./compile.ts";
import { limited, SUM_SIZE, type Summary, VALUE, valueAt } from "./summary.ts";

/** The told mood is looked at once a second at most, because every look adds up all signals. */
const LOOK_MS = 1000;

/**
 * To be called after each event, in time order: tells another mood once it leads the told one clearly. Whether it looks
 * follows from the times of the events alone, so that batches may be split anyhow.
 */
export function keepTelling(compiled: CompiledModel, summary: Summary, at: number): void {
	const { lead } = compiled.model;
	if (lead === undefined) return;
	const before = summary.memory[compiled.toldCell + 1] ?? 0;
	summary.memory[compiled.toldCell + 1] = at;
	if (Math.floor(before / LOOK_MS) === Math.floor(at / LOOK_MS)) return;
	summary.memory[compiled.toldCell] = toldAmong(compiled, summary, moodScores(compiled, summary.sums, at));
}

/** The index of the mood that is told where the moods have these scores; ties go to the first. */
export function toldAmong(compiled: CompiledModel, { memory }: Summary, scores: ArrayLike<number>): number {
	let top = 0;
	for (let i = 1; i < scores.length; i++) if ((scores[i] ?? 0) > (scores[top] ?? 0)) top = i;
	const { lead = 0 } = compiled.model;
	const told = memory[compiled.toldCell] ?? NO_MOOD;
	return told === NO_MOOD || (scores[top] ?? 0) > (scores[told] ?? 0) + lead ? top : told;
}

/** S_mood at a time (ms), for each mood except neutral, in the model's order; the array is reused by the next call. */
export function moodScores(
	{ signals, scratch }: CompiledModel,
	sums: readonly number[],
	at: number,
): Float64Array {
	scratch.fill(0);
	// Indexed loops: this runs for every event, and iterators take twice as long.
	for (let i = 0; i < signals.length; i++) {
		if (sums[i * SUM_SIZE + VALUE] === 0) continue;
		const signal = signals[i] as CompiledSignal;
		const counted = limited(signal, valueAt(signal, sums, at));
		const { moods, weights } = signal.says;
		for (let j = 0; j < moods.length; j++) {
			const mood = moods[j] as number;
			scratch[mood] = (scratch[mood] as number) + (weights[j] as number) * counted;
		}
	}
	return scratch;
}
