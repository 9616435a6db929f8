import type { CompiledModel, CompiledSignal, CompiledStory } from "./compile.ts";
import { isExpected, timeOf, typeOf } from "./encode.ts";
import { add, SUM_SIZE, type Summary, VALUE } from "./summary.ts";
import { keepTelling } from "./told-mood.ts";
import type { StoredEvent } from "./types.ts";

/** Called for every occurrence of a signal; used by explain(). */
export type Listener = (signal: CompiledSignal, event: StoredEvent, magnitude: number) => void;

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
	keepTelling(compiled, summary, timeOf(event));
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

/** Adds an event older than the edge: it cannot complete a pattern, but counts on its own. */
export function accumulateLate(compiled: CompiledModel, summary: Summary, event: StoredEvent) {
	const expected = isExpected(event);
	for (const signal of compiled.signalsOf[typeOf(event)] ?? []) {
		const magnitude = signal.measure?.(event) ?? (expected ? 0 : (signal.detector?.alone?.(event) ?? 0));
		if (magnitude !== 0) add(summary.sums, signal, timeOf(event), magnitude);
	}
}
