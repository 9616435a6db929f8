import { FIELD, fieldOf } from "./encode.ts";
import { burstDetector } from "./patterns/burst.ts";
import type { Detector, TypeIndex } from "./patterns/detector.ts";
import { quickBackDetector } from "./patterns/quick-back.ts";
import { rageDetector } from "./patterns/rage.ts";
import { sequenceDetector } from "./patterns/sequence.ts";
import { thrashDetector } from "./patterns/thrash.ts";
import type { EventSource, MoodModel, Pattern, SignalRule, StoredEvent } from "./types.ts";

/** A signal ready to run: `measure` for those of single events, `detector` for those of patterns. */
export interface CompiledSignal {
	rule: SignalRule;
	halfLifeMs: number;
	measure?: (event: StoredEvent) => number;
	detector?: Detector;
}

export interface CompiledModel {
	model: MoodModel;
	typeIndex: ReadonlyMap<string, number>;
	/** By type index: the fields to keep, and the signals to ask. */
	fields: readonly number[];
	signalsOf: readonly (readonly CompiledSignal[])[];
	signals: readonly CompiledSignal[];
}

const compiled = new WeakMap<MoodModel, CompiledModel>();

/** Resolves names to indices once a model; throws if a signal names a type that the model does not have. */
export function compile(model: MoodModel): CompiledModel {
	const known = compiled.get(model);
	if (known !== undefined) return known;
	const made = compileModel(model);
	compiled.set(model, made);
	return made;
}

function compileModel(model: MoodModel): CompiledModel {
	const names = new Map(model.types.map((name, index) => [name, index]));
	const typeIndex: TypeIndex = (name) => {
		const index = names.get(name);
		if (index === undefined) throw new Error(`Model ${model.id} has no event type ${name}`);
		return index;
	};
	const fields = model.types.map(() => 0);
	const signalsOf: CompiledSignal[][] = model.types.map(() => []);
	const signals = model.signals.map((rule) => {
		const signal = compileSignal(rule, typeIndex);
		for (const type of watchedBy(rule, signal, typeIndex)) {
			fields[type] = (fields[type] ?? 0) | FIELD.context | fieldsOf(rule, signal);
			signalsOf[type]?.push(signal);
		}
		return signal;
	});
	return { model, typeIndex: names, fields, signalsOf, signals };
}

function compileSignal(rule: SignalRule, typeIndex: TypeIndex): CompiledSignal {
	const halfLifeMs = rule.halfLife * 1000;
	const { from } = rule;
	if ("kind" in from) return { rule, halfLifeMs, detector: detectorOf(from, typeIndex, halfLifeMs) };
	return { rule, halfLifeMs, measure: (event) => measure(from, event) };
}

function detectorOf(pattern: Pattern, typeIndex: TypeIndex, halfLifeMs: number): Detector {
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

const watchedBy = (rule: SignalRule, signal: CompiledSignal, typeIndex: TypeIndex) =>
	signal.detector?.watches ?? ("event" in rule.from ? [typeIndex((rule.from as EventSource).event)] : []);

function fieldsOf(rule: SignalRule, signal: CompiledSignal): number {
	if (signal.detector !== undefined) return signal.detector.fields;
	const { where, magnitude } = rule.from as EventSource;
	return (where ? FIELD[where.field] : 0) | (magnitude ? FIELD[magnitude.field] : 0);
}

function measure({ where, magnitude }: EventSource, event: StoredEvent): number {
	if (where !== undefined) {
		const value = fieldOf(event, FIELD[where.field]);
		const missing = Number.isNaN(value);
		if (missing ? !where.orMissing : value < (where.atLeast ?? value) || value >= (where.below ?? Infinity))
			return 0;
	}
	if (magnitude === undefined) return 1;
	const value = fieldOf(event, FIELD[magnitude.field]);
	if (Number.isNaN(value)) return magnitude.missing;
	const along = (value - magnitude.from) / (magnitude.to - magnitude.from);
	return magnitude.low + (magnitude.high - magnitude.low) * Math.min(1, Math.max(0, along));
}
