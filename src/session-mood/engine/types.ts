import type { ClickContext } from "../../click-contexts.ts";
import type { Fact } from "./story/facts.ts";

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
	/** Of a click: whether the page reacted to it. */
	answered?: boolean | undefined;
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
	/** A run of more clicks is a game or a counter, and does not fire again. */
	longestRun?: number;
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

/** A fact of the session's story: see story/facts.ts. */
export interface FactSource {
	kind: "fact";
	fact: Fact;
}

/** The model's event types for what the story knows; without one, its facts do not come up. */
export interface StoryRoles {
	click?: string;
	rage?: string;
	scroll?: string;
	pause?: string;
	backtrack?: string;
	back?: string;
	view?: string | readonly string[];
	error?: string;
	idle?: string;
	hover?: string;
	focus?: string;
	blur?: string;
}

export type EventPattern = RagePattern | BurstPattern | SequencePattern | ThrashPattern;

export interface SignalRule {
	/** The identifier in a reading's `signals`. */
	id: string;
	meaning: string;
	from: EventSource | EventPattern | FactSource;
	/** Seconds. */
	halfLife: number;
	/** Points that one occurrence adds to each mood; moods not listed get none. */
	weights: Readonly<Record<string, number>>;
	/** What counts tends to this however often it occurs: limit · (1 − e^(−value / limit)). Absent: unlimited. */
	limit?: number;
	/** The share of its value that is left where a fact says that it is over, e.g. `{ new_page: 0.4 }`. */
	easedBy?: Readonly<Partial<Record<Fact, number>>>;
	/**
	 * An action for which only signals like this one speak needs this confidence, because innocent people make it too.
	 * Absent: none of its own.
	 */
	minActionConfidence?: number;
	/** The firing condition in words, and its source. */
	threshold: string;
	source: string;
}

export interface MoodRule {
	mood: string;
	meaning: string;
	suggested_action: string;
	/** The action is suggested from this confidence on; below it, that of `neutral`. Absent: always. */
	minActionConfidence?: number;
}

/** logit(confidence) = intercept + slope · logit(share of the mood). */
export interface CalibrationLine {
	intercept: number;
	slope: number;
}

/** shares = softmax(S / temperature); the confidence of a mood follows from its share by its line. */
export interface Calibration extends CalibrationLine {
	temperature: number;
	/** Adds evidence · ln(n / (n + 6)) for n events to the logit, because few events make nobody sure. Absent: 0. */
	evidence?: number;
	/** Moods with a line of their own. */
	moods?: Readonly<Record<string, CalibrationLine>>;
}

/** A mood model is data: to add one, add a file and a line in models/index.ts. */
export interface MoodModel {
	id: string;
	meaning: string;
	/** Increment when types or signals are reordered or a pattern changes: states of other revisions start afresh. */
	revision: number;
	/** The event types that clients of this model send, in the order of the error message. */
	types: readonly string[];
	/** Types that clients of other models send, which this one reads too. */
	alsoReads?: readonly string[];
	/** Ties go to the earlier mood; `neutral` is last. */
	moods: readonly MoodRule[];
	signals: readonly SignalRule[];
	/** For models with signals from facts. */
	story?: StoryRoles;
	/** A mood is told until another leads it by this many points, so that it does not flicker. Absent: 0. */
	lead?: number;
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
	/** Three numbers per signal, in the model's order: see summary.ts. Empty until the buffer first overflows. */
	sums: number[];
	/** The cells of all patterns, concatenated. */
	memory: number[];
	/** The buffered latest events, sorted; at most BUFFER_SIZE. */
	recent: StoredEvent[];
}
