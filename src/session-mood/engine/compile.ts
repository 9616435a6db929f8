import { FIELD } from "./encode.ts";
import { measureFields, measureOf } from "./measure.ts";
import { burstDetector, thrashDetector } from "./patterns/bursts.ts";
import type { Detector, TypeIndex } from "./patterns/detector.ts";
import { rageDetector } from "./patterns/rage.ts";
import { quickBackDetector, sequenceDetector } from "./patterns/sequences.ts";
import type { EventPattern, MoodModel, MoodRule, SignalRule, StoredEvent } from "./types.ts";

/** A compiled signal: `measure` for single events, `detector` for patterns. */
export interface CompiledSignal {
	rule: SignalRule;
	index: number;
	/** −ln 2 / half-life in ms: the decay over Δ ms is exp(rate · Δ). */
	rate: number;
	/** By scored mood, in the model's order. */
	weights: readonly number[];
	watches: readonly number[];
	fields: number;
	measure?: (event: StoredEvent) => number;
	detector?: Detector;
	/** Offset of its cells in a state's `memory`. */
	base: number;
}

export interface CompiledModel {
	model: MoodModel;
	/** The scored moods: all but the last, neutral, which is the absence of the others. */
	moods: readonly MoodRule[];
	typeIndex: ReadonlyMap<string, number>;
	/** By type index: the fields to store, and the signals to evaluate. */
	fields: readonly number[];
	signalsOf: readonly (readonly CompiledSignal[])[];
	signals: readonly CompiledSignal[];
	/** The initial cells of all patterns. */
	initialMemory: readonly number[];
}

const compiled = new WeakMap<MoodModel, CompiledModel>();

/** Resolves names to indices, once per model. Throws if a signal refers to an unknown type or mood. */
export function compile(model: MoodModel): CompiledModel {
	let made = compiled.get(model);
	if (made === undefined) {
		made = compileModel(model);
		compiled.set(model, made);
	}
	return made;
}

function compileModel(model: MoodModel): CompiledModel {
	const typeNames = new Map(model.types.map((name, index) => [name, index]));
	const typeIndex: TypeIndex = (name) => {
		const index = typeNames.get(name);
		if (index === undefined) throw new Error(`Model ${model.id} has no event type ${name}`);
		return index;
	};
	const moods = model.moods.slice(0, -1);
	const initialMemory: number[] = [];
	const signals = model.signals.map((rule, index): CompiledSignal => {
		const base = initialMemory.length;
		const source = compileSource(rule, typeIndex);
		initialMemory.push(...(source.detector?.initial ?? []));
		return {
			rule,
			index,
			base,
			rate: -Math.LN2 / (rule.halfLife * 1000),
			weights: weightsOf(rule, moods),
			...source,
		};
	});
	const signalsOf = model.types.map((_, type) => signals.filter(({ watches }) => watches.includes(type)));
	const fields = signalsOf.map((asked) =>
		asked.reduce<number>((mask, signal) => mask | signal.fields, FIELD.context),
	);
	return { model, moods, typeIndex: typeNames, fields, signalsOf, signals, initialMemory };
}

function weightsOf({ id, weights }: SignalRule, moods: readonly MoodRule[]): number[] {
	const unknown = Object.keys(weights).find((name) => !moods.some(({ mood }) => mood === name));
	if (unknown !== undefined)
		throw new Error(`Signal ${id} has a weight for ${unknown}, which is not a mood of its model`);
	return moods.map(({ mood }) => weights[mood] ?? 0);
}

function compileSource({ from, halfLife }: SignalRule, typeIndex: TypeIndex) {
	if (!("kind" in from)) {
		return { measure: measureOf(from), watches: [typeIndex(from.event)], fields: measureFields(from) };
	}
	const detector = detectorOf(from, typeIndex, halfLife * 1000);
	return { detector, watches: detector.watches, fields: detector.fields };
}

function detectorOf(pattern: EventPattern, typeIndex: TypeIndex, halfLifeMs: number): Detector {
	switch (pattern.kind) {
		case "rage":
			return rageDetector(pattern, typeIndex, halfLifeMs);
		case "burst":
			return burstDetector(pattern, typeIndex);
		case "sequence":
			return sequenceDetector(pattern, typeIndex);
		case "quick_back":
			return quickBackDetector(pattern, typeIndex);
		case "thrash":
			return thrashDetector(pattern, typeIndex);
	}
}
