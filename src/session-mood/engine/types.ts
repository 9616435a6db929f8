import type { ClickContext } from "../../click-contexts.ts";

/** An input event of the engine. `ts` is in Unix seconds, already normalised. */
export interface MoodEvent {
	type: string;
	ts: number;
	x?: number | undefined;
	y?: number | undefined;
	duration_ms?: number | undefined;
	speed?: number | undefined;
	direction?: "up" | "down" | undefined;
	url?: string | undefined;
	message?: string | undefined;
	value?: number | undefined;
	context?: ClickContext | undefined;
}

/** The numeric fields that a rule may use. */
export type MeasuredField = "duration_ms" | "speed" | "value";

/** Linear from `low` at `from` to `high` at `to`, clamped outside; `missing` if the field is absent. */
export interface Ramp {
	field: MeasuredField;
	from: number;
	to: number;
	low: number;
	high: number;
	missing: number;
}

/** A signal that fires on every event of a type whose field is in [atLeast, below). */
export interface EventSource {
	event: string;
	where?: { field: MeasuredField; atLeast?: number; below?: number; orMissing: boolean };
	magnitude?: Ramp;
}

/** Clicks close together in time and space, or a rage click asserted by the client. */
export interface RagePattern {
	kind: "rage";
	click: string;
	asserted: string;
	clicks: number;
	withinMs: number;
	radiusPx: number;
}

/** The `count`-th event of a type within a sliding window, and each one after it while the window holds. */
export interface BurstPattern {
	kind: "burst";
	event: string;
	count: number;
	withinMs: number;
}

/** One of `first`, then one of `next` between `minMs` and `maxMs` later, with none of `unless` between them. */
export interface SequencePattern {
	kind: "sequence";
	first: readonly string[];
	next: readonly string[];
	unless?: readonly string[];
	minMs: number;
	maxMs: number;
	/** Compares the two positions by Manhattan distance; an unknown position is always `apart`. */
	place?: { is: "near" | "apart"; radiusPx: number };
}

/** A return to the previous page after a short dwell time, detected by the back button or the URLs. */
export interface QuickBackPattern {
	kind: "quick_back";
	views: readonly string[];
	back?: string;
	withinMs: number;
}

/** Scrolling back and forth: `reversals` changes of direction within a window. */
export interface ThrashPattern {
	kind: "thrash";
	scroll: string;
	/** Event types that reset it, such as a page view. */
	resets: readonly string[];
	reversals: number;
	withinMs: number;
	/** If `direction` is absent, it is inferred from a change of `value` (depth) of at least this many points. */
	minDepth: number;
}

export type EventPattern = RagePattern | BurstPattern | SequencePattern | QuickBackPattern | ThrashPattern;

export interface SignalRule {
	/** The identifier in a reading's `signals`. */
	id: string;
	meaning: string;
	from: EventSource | EventPattern;
	/** Seconds. */
	halfLife: number;
	/** Points that one occurrence adds to each mood; moods not listed get none. */
	weights: Readonly<Record<string, number>>;
	/** The firing condition in words, and its source. */
	threshold: string;
	source: string;
}

export interface MoodRule {
	mood: string;
	meaning: string;
	suggested_action: string;
}

/** shares = softmax(S / temperature); logit(confidence) = intercept + slope · logit(top share). */
export interface Calibration {
	temperature: number;
	intercept: number;
	slope: number;
}

/** A mood model is data: to add one, add a file and a line in models/index.ts. */
export interface MoodModel {
	id: string;
	meaning: string;
	/** Increment when types or signals are reordered or a pattern changes: states of other revisions start afresh. */
	revision: number;
	/** The known event types, in the order of the error message. */
	types: readonly string[];
	/** Ties go to the earlier mood; `neutral` is last. */
	moods: readonly MoodRule[];
	signals: readonly SignalRule[];
	/** Neutral below `minEvents`; below `fewEvents`, neutral unless the confidence reaches `minConfidence`. */
	neutral: { minEvents: number; fewEvents: number; minConfidence: number };
	calibration: Calibration;
}

/** `[ms, type index, mask of present fields, ...their values]`: see encode.ts. */
export type StoredEvent = readonly number[];

/** Plain JSON. Events up to `edge` are folded into `sums`; `recent` is replayed on top. */
export interface ModelState {
	/** The model revision that wrote it. */
	revision: number;
	count: number;
	/** Time of the latest event in ms; null before the first. */
	last: number | null;
	edge: StoredEvent | null;
	/** Three numbers per signal, in the model's order: see accumulate.ts. Empty until the buffer first overflows. */
	sums: number[];
	/** The cells of all patterns, concatenated. */
	memory: number[];
	/** The buffered latest events, sorted; at most BUFFER_SIZE. */
	recent: StoredEvent[];
}
