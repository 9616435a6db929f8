import { FIELD } from "./encode.ts";
import { measureFields, measureOf } from "./measure.ts";
import { burstDetector } from "./patterns/burst.ts";
import type { Detector, TypeIndex } from "./patterns/detector.ts";
import { rageDetector } from "./patterns/rage.ts";
import { sequenceDetector } from "./patterns/sequence.ts";
import { thrashDetector } from "./patterns/thrash.ts";
import { FACTS, type Fact } from "./story/facts.ts";
import { compileStory, type Story } from "./story/story.ts";
import type { EventPattern, MoodModel, MoodRule, SignalRule, StoredEvent } from "./types.ts";

/** A compiled signal: `measure` for single events, `detector` for patterns. */
export interface CompiledSignal {
	rule: SignalRule;
	index: number;
	/** −ln 2 / half-life in ms: the decay over Δ ms is exp(rate · Δ). */
	rate: number;
	/** By scored mood, in the model's order. */
	weights: readonly number[];
	/** The moods that it says something of, and their weights. */
	says: { moods: readonly number[]; weights: readonly number[] };
	watches: readonly number[];
	fields: number;
	measure?: (event: StoredEvent) => number;
	detector?: Detector;
	/** Infinite if unlimited. */
	limit: number;
	/** Offset of its cells in a state's `memory`. */
	base: number;
}

export interface CompiledModel {
	model: MoodModel;
	/** The scored moods: all but the last, neutral, which is the absence of the others. */
	moods: readonly MoodRule[];
	/** All event types that it reads. */
	types: readonly string[];
	typeIndex: ReadonlyMap<string, number>;
	/** By type index: the fields to store, and the signals to evaluate. */
	fields: readonly number[];
	signalsOf: readonly (readonly CompiledSignal[])[];
	signals: readonly CompiledSignal[];
	/** Undefined for a model without signals from facts. */
	story: CompiledStory | undefined;
	/** Room for the scores of the moods, overwritten whenever they are needed. */
	scratch: Float64Array;
	/** Offset of the cell in a state's `memory` that holds the index of the told mood. */
	toldCell: number;
	/** The initial cells of all patterns, of the story, and of the told mood. */
	initialMemory: readonly number[];
}

export interface CompiledStory {
	story: Story;
	/** Offset of its cells in a state's `memory`. */
	base: number;
	/** By index of the fact. */
	signalsOf: readonly (readonly CompiledSignal[])[];
	/** By index of the fact: what it ends. */
	easesOf: readonly (readonly { signal: CompiledSignal; keeps: number }[])[];
}

/** The told mood before the first event. */
export const NO_MOOD = -1;

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
	const types = [...model.types, ...(model.alsoReads ?? [])];
	const typeNames = new Map(types.map((name, index) => [name, index]));
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
			says: saidOf(weightsOf(rule, moods)),
			limit: rule.limit ?? Number.POSITIVE_INFINITY,
			...source,
		};
	});
	const signalsOf = types.map((_, type) => signals.filter(({ watches }) => watches.includes(type)));
	const story = model.story && {
		story: compileStory(model.story, typeIndex),
		base: initialMemory.length,
		signalsOf: FACTS.map((fact) => signals.filter(({ rule }) => isFrom(rule, fact))),
		easesOf: FACTS.map((fact) =>
			signals.flatMap((signal) => {
				const keeps = signal.rule.easedBy?.[fact];
				return keeps === undefined ? [] : [{ signal, keeps }];
			}),
		),
	};
	initialMemory.push(...(story?.story.initial ?? []));
	const toldCell = initialMemory.push(NO_MOOD) - 1;
	initialMemory.push(0);
	const fields = signalsOf.map((asked) =>
		asked.reduce<number>(
			(mask, signal) => mask | signal.fields,
			FIELD.context | FIELD.answered | (story?.story.fields ?? 0),
		),
	);
	return {
		model,
		types,
		moods,
		typeIndex: typeNames,
		fields,
		signalsOf,
		signals,
		story,
		scratch: new Float64Array(moods.length),
		toldCell,
		initialMemory,
	};
}

const isFrom = ({ from }: SignalRule, fact: Fact): boolean =>
	"kind" in from && from.kind === "fact" && from.fact === fact;

function weightsOf({ id, weights }: SignalRule, moods: readonly MoodRule[]): number[] {
	const unknown = Object.keys(weights).find((name) => !moods.some(({ mood }) => mood === name));
	if (unknown !== undefined)
		throw new Error(`Signal ${id} has a weight for ${unknown}, which is not a mood of its model`);
	return moods.map(({ mood }) => weights[mood] ?? 0);
}

/** The moods that a signal says something of. */
const saidOf = (weights: readonly number[]) => {
	const moods = weights.flatMap((weight, mood) => (weight === 0 ? [] : [mood]));
	return { moods, weights: moods.map((mood) => weights[mood] ?? 0) };
};

function compileSource({ from, halfLife }: SignalRule, typeIndex: TypeIndex) {
	if (!("kind" in from)) {
		return { measure: measureOf(from), watches: [typeIndex(from.event)], fields: measureFields(from) };
	}
	if (from.kind === "fact") return { watches: [], fields: 0 };
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
		case "thrash":
			return thrashDetector(pattern, typeIndex);
	}
}
