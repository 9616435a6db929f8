import type { ClickContext } from "../../click-contexts.ts";

/** One event as the engine takes it. `ts` is in Unix seconds, already normalised and always present. */
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

/** The numeric fields a rule may ask about. */
export type MeasuredField = "duration_ms" | "speed" | "value";

/** Linear from `low` at `from` to `high` at `to`, flat outside; `missing` where the event lacks the field. */
export interface Ramp {
	field: MeasuredField;
	from: number;
	to: number;
	low: number;
	high: number;
	missing: number;
}

/** A signal made by every event of a type whose field lies in [atLeast, below). */
export interface EventSource {
	event: string;
	where?: { field: MeasuredField; atLeast?: number; below?: number; orMissing: boolean };
	magnitude?: Ramp;
}

/** Clicks close together in time and place, or a rage click that the client asserts. */
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
	/** Compare the two places by Manhattan distance; an event without a place is `apart` and never `near`. */
	place?: { is: "near" | "apart"; radiusPx: number };
}

/** To a page and back to the one before it within a short dwell, by the back button or by the URLs. */
export interface QuickBackPattern {
	kind: "quick_back";
	views: readonly string[];
	back?: string;
	withinMs: number;
}

/** Scrolling to and fro: `reversals` changes of direction within a window. */
export interface ThrashPattern {
	kind: "thrash";
	scroll: string;
	/** Types that end it: on another page one scrolls anew. */
	resets: readonly string[];
	reversals: number;
	withinMs: number;
	/** With no `direction`, a change of depth of at least this many points of `value` tells it. */
	minDepth: number;
}

export type EventPattern = RagePattern | BurstPattern | SequencePattern | QuickBackPattern | ThrashPattern;

export interface SignalRule {
	/** The identifier roundedProbability in `signals`. */
	id: string;
	meaning: string;
	from: EventSource | EventPattern;
	/** Seconds after which an occurrence counts half. */
	halfLife: number;
	/** Points an occurrence adds to each mood; a mood that is not named gets none. */
	weights: Readonly<Record<string, number>>;
	/** What makes it fire, in words, and who says so. */
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

/** A mood model is data: adding one is one file and its line in the registry. */
export interface MoodModel {
	id: string;
	meaning: string;
	/** To be raised when types or signals move or a pattern changes: states of another one start afresh. */
	revision: number;
	/** The event types it knows, in the order its error message lists them. */
	types: readonly string[];
	/** Its moods in the order that breaks ties; `neutral` is the last. */
	moods: readonly MoodRule[];
	signals: readonly SignalRule[];
	/** Below `never` events: neutral. Below `surely`: neutral unless the confidence reaches `unless`. */
	neutral: { never: number; surely: number; unless: number };
	calibration: Calibration;
}

/** `[ms, type index, mask of the fields present, ...their values]`: see encode.ts. */
export type StoredEvent = readonly number[];

/** Plain JSON. Everything up to `edge` is summed up for good; `recent` is replayed on top of it. */
export interface ModelState {
	/** The model's revision that wrote it. */
	revision: number;
	count: number;
	/** Time of the latest event in ms; null before the first. */
	last: number | null;
	edge: StoredEvent | null;
	/** Three numbers a signal, in the model's order: see accumulate.ts. Empty until something is summed up. */
	sums: number[];
	/** What the patterns remember, one after the other. */
	memory: number[];
	/** The latest events, ordered; at most BUFFER_SIZE. */
	recent: StoredEvent[];
}
