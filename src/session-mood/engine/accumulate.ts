import { type CompiledModel, type CompiledSignal, type CompiledStory, NO_MOOD } from "./compile.ts";
import { isExpected, timeOf, typeOf } from "./encode.ts";
import type { ModelState, MoodModel, StoredEvent } from "./types.ts";

/** The state of a session without events, for any model. */
export function emptyState(): ModelState {
	return { revision: 0, count: 0, last: null, edge: null, sums: [], memory: [], recent: [] };
}

/** The state for this revision of the model. Sums from another revision are not comparable and are dropped. */
export function currentState(model: MoodModel, state: ModelState): ModelState {
	if (state.revision === model.revision) return state;
	return {
		...emptyState(),
		revision: model.revision,
		count: state.count,
		last: state.last,
		edge: edgeAfterLast(model, state),
	};
}

/** An edge that sorts after every event up to the latest. */
export const edgeAfterLast = ({ types, alsoReads = [] }: MoodModel, { last }: ModelState) =>
	last === null ? null : [last, types.length + alsoReads.length];

/** The summary of a session at some point: decayed sums and the memory of the patterns. */
export type Summary = Pick<ModelState, "sums" | "memory">;

/** Called for every occurrence of a signal; used by explain(). */
export type Listener = (signal: CompiledSignal, event: StoredEvent, magnitude: number) => void;

/** Each sum is three numbers: its value, the time (ms) of that value, and the number of occurrences. */
export const [VALUE, AT, COUNT, SUM_SIZE] = [0, 1, 2, 3] as const;

export const emptySummary = (compiled: CompiledModel): Summary => ({
	sums: compiled.signals.flatMap(() => [0, 0, 0]),
	memory: [...compiled.initialMemory],
});

/** A mutable copy of a state's summary. */
export function summaryOf(compiled: CompiledModel, { sums, memory }: Summary): Summary {
	return sums.length === 0 ? emptySummary(compiled) : { sums: sums.slice(), memory: memory.slice() };
}

/** Adds the next event in time order to the summary, in place, all but the mood that is told after it. */
export function accumulateUntold(
	compiled: CompiledModel,
	summary: Summary,
	event: StoredEvent,
	listener?: Listener,
): void {
	const expected = isExpected(event);
	if (compiled.story) tellStory(compiled.story, summary, event, listener);
	for (const signal of compiled.signalsOf[typeOf(event)] ?? []) {
		const { measure, detector } = signal;
		if (detector !== undefined && expected) continue;
		const magnitude = measure?.(event) ?? detector?.step(summary.memory, signal.base, event) ?? 0;
		if (magnitude === 0) continue;
		add(summary.sums, signal, timeOf(event), magnitude);
		listener?.(signal, event, magnitude);
	}
}

/** Adds the next event in time order to the summary, in place. */
export function accumulate(
	compiled: CompiledModel,
	summary: Summary,
	event: StoredEvent,
	listener?: Listener,
): void {
	accumulateUntold(compiled, summary, event, listener);
	if (compiled.model.lead !== undefined) chooseTold(compiled, summary, timeOf(event), compiled.model.lead);
}

/** Turns the event into facts: first eases what they end, then adds what they are. */
function tellStory(
	{ story, base, signalsOf, easesOf }: CompiledStory,
	{ sums, memory }: Summary,
	event: StoredEvent,
	listener?: Listener,
): void {
	const told = story.step(memory, base, event);
	for (const { fact, strength } of told) {
		for (const { signal, keeps } of easesOf[fact] ?? []) {
			const value = signal.index * SUM_SIZE + VALUE;
			sums[value] = (sums[value] ?? 0) * keeps ** strength;
			signal.detector?.forget?.(memory, signal.base);
		}
	}
	for (const { fact, strength } of told) {
		for (const signal of signalsOf[fact] ?? []) {
			add(sums, signal, timeOf(event), strength);
			listener?.(signal, event, strength);
		}
	}
}

/** Tells another mood once it leads the told one clearly. */
function chooseTold(compiled: CompiledModel, { sums, memory }: Summary, at: number, lead: number): void {
	const scores = moodScores(compiled, sums, at);
	let top = 0;
	for (let i = 1; i < scores.length; i++) if ((scores[i] ?? 0) > (scores[top] ?? 0)) top = i;
	const told = memory[compiled.toldCell] ?? NO_MOOD;
	if (told === NO_MOOD || (scores[top] ?? 0) > (scores[told] ?? 0) + lead) memory[compiled.toldCell] = top;
}

/** The sum of a signal at a time (ms), decayed. */
export function valueAt({ index, rate }: CompiledSignal, sums: readonly number[], at: number): number {
	const standing = sums[index * SUM_SIZE + VALUE] ?? 0;
	if (standing === 0) return 0;
	return standing * Math.exp(rate * Math.max(0, at - (sums[index * SUM_SIZE + AT] ?? 0)));
}

/** What counts of a signal's value. */
export const limited = ({ limit }: CompiledSignal, value: number): number =>
	limit === Number.POSITIVE_INFINITY ? value : limit * (1 - Math.exp(-value / limit));

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

/** A summary with the buffered events added. */
interface Replayed {
	summary: Summary;
	/** The mood that is told after each of them. */
	told: number[];
}

/** Of states that are at hand. */
const open = new WeakMap<ModelState, Replayed>();

/** Adds the buffered events to a copy of the state's summary. */
export function replayed(compiled: CompiledModel, state: ModelState, listener?: Listener): Replayed {
	const { recent, ...closed } = currentState(compiled.model, state);
	const summary = summaryOf(compiled, closed);
	return { summary, told: addAll(compiled, summary, recent, listener) };
}

function addAll(
	compiled: CompiledModel,
	summary: Summary,
	events: readonly StoredEvent[],
	listener?: Listener,
): number[] {
	return events.map((event) => {
		accumulate(compiled, summary, event, listener);
		return summary.memory[compiled.toldCell] ?? NO_MOOD;
	});
}

/** The summary with the buffered events, kept as long as the state is. It must not be changed. */
export function openSummary(compiled: CompiledModel, state: ModelState): Summary {
	let entry = open.get(state);
	if (entry === undefined) {
		entry = replayed(compiled, state);
		open.set(state, entry);
	}
	return entry.summary;
}

/**
 * Takes the kept summary of a state further by events that are all newer, so that these are all that has to be added.
 * Undefined if there is none.
 */
export function takeFurther(
	compiled: CompiledModel,
	state: ModelState,
	newer: readonly StoredEvent[],
): Replayed | undefined {
	const entry = open.get(state);
	if (entry === undefined) return undefined;
	open.delete(state);
	return { summary: entry.summary, told: [...entry.told, ...addAll(compiled, entry.summary, newer)] };
}

/** Keeps a summary for the state that it is of. */
export const keepOpen = (state: ModelState, { summary, told }: Replayed): void => {
	open.set(state, { summary, told: told.slice(told.length - state.recent.length) });
};

/** Adds an event older than the edge: it cannot complete a pattern, but counts on its own. */
export function accumulateLate(compiled: CompiledModel, summary: Summary, event: StoredEvent) {
	const expected = isExpected(event);
	for (const signal of compiled.signalsOf[typeOf(event)] ?? []) {
		const magnitude = signal.measure?.(event) ?? (expected ? 0 : (signal.detector?.alone?.(event) ?? 0));
		if (magnitude !== 0) add(summary.sums, signal, timeOf(event), magnitude);
	}
}

function add(sums: number[], { index, rate }: CompiledSignal, time: number, magnitude: number) {
	const sum = index * SUM_SIZE;
	const value = sums[sum + VALUE] ?? 0;
	const at = sums[sum + AT] ?? 0;
	if (time >= at) {
		sums[sum + VALUE] = value === 0 ? magnitude : value * Math.exp(rate * (time - at)) + magnitude;
		sums[sum + AT] = time;
	} else {
		sums[sum + VALUE] = value + magnitude * Math.exp(rate * (at - time));
	}
	sums[sum + COUNT] = (sums[sum + COUNT] ?? 0) + 1;
}
