import type { CompiledModel, CompiledSignal } from "./compile.ts";
import { isMarked, timeOf, typeOf } from "./encode.ts";
import type { DecayedSum, ModelState, StoredEvent } from "./types.ts";

/** Decayed sums and pattern memories: what a session amounts to at some point. */
export type Summary = Pick<ModelState, "sums" | "memory">;

/** Told of every occurrence; explain() listens. */
export type Listener = (signal: CompiledSignal, event: StoredEvent, magnitude: number) => void;

/** 2^(−elapsed / half-life): the share of an occurrence's weight that is left. */
export const decay = (elapsedMs: number, halfLifeMs: number): number => 2 ** (-elapsedMs / halfLifeMs);

/** A copy that may be written to. */
export function copySummary({ sums, memory }: Summary): Summary {
	const copy: Summary = { sums: {}, memory: {} };
	for (const id in sums) copy.sums[id] = [...(sums[id] as DecayedSum)];
	for (const id in memory) copy.memory[id] = [...(memory[id] as number[])];
	return copy;
}

/** Adds the next event in time order to the summary, in place. */
export function accumulate(
	compiled: CompiledModel,
	summary: Summary,
	event: StoredEvent,
	listener?: Listener,
) {
	const marked = isMarked(event);
	for (const signal of compiled.signalsOf[typeOf(event)] ?? []) {
		const magnitude = signal.measure?.(event) ?? (marked ? 0 : detect(signal, summary, event));
		if (magnitude === 0) continue;
		add(summary, signal, timeOf(event), magnitude);
		listener?.(signal, event, magnitude);
	}
}

/** Adds an event older than what is summed up for good: it completes no pattern, but counts by itself. */
export function accumulateLate(compiled: CompiledModel, summary: Summary, event: StoredEvent) {
	const marked = isMarked(event);
	for (const signal of compiled.signalsOf[typeOf(event)] ?? []) {
		const magnitude = signal.measure?.(event) ?? (marked ? 0 : (signal.detector?.alone?.(event) ?? 0));
		if (magnitude !== 0) add(summary, signal, timeOf(event), magnitude);
	}
}

function detect(signal: CompiledSignal, summary: Summary, event: StoredEvent): number {
	let memory = summary.memory[signal.rule.id];
	if (memory === undefined) {
		memory = [];
		summary.memory[signal.rule.id] = memory;
	}
	return signal.detector?.step(memory, event) ?? 0;
}

function add({ sums }: Summary, { rule, halfLifeMs }: CompiledSignal, at: number, magnitude: number) {
	const sum = sums[rule.id];
	if (sum === undefined) {
		sums[rule.id] = [magnitude, at, 1];
	} else if (at >= sum[1]) {
		sum[0] = sum[0] * decay(at - sum[1], halfLifeMs) + magnitude;
		sum[1] = at;
		sum[2]++;
	} else {
		sum[0] += magnitude * decay(sum[1] - at, halfLifeMs);
		sum[2]++;
	}
}
