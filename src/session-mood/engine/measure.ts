import { FIELD, fieldOf } from "./encode.ts";
import type { EventSource, StoredEvent } from "./types.ts";

const MILLISECONDS_THRESHOLD = 1e11;
const MAX_AHEAD_S = 5 * 60;

/**
 * The normalised time of an event, in Unix seconds. Values over 1e11 are read as milliseconds (1e11 s is the year
 * 5138). A missing, non-finite or more than five minutes future time becomes the time of receipt; a negative one 0.
 */
export function normaliseTimestamp(ts: number | undefined, receivedAt: number): number {
	if (ts === undefined || !Number.isFinite(ts)) return receivedAt;
	const seconds = ts > MILLISECONDS_THRESHOLD ? ts / 1000 : ts;
	if (seconds > receivedAt + MAX_AHEAD_S) return receivedAt;
	return Math.max(0, seconds);
}

/** Returns the magnitude of a single event for a signal: 0 if it does not match. */
export function measureOf({ where, magnitude }: EventSource): (event: StoredEvent) => number {
	const applies = where === undefined ? () => true : conditionOf(where);
	if (magnitude === undefined) return (event) => (applies(event) ? 1 : 0);
	const { from, to, low, high, missing } = magnitude;
	const bit = FIELD[magnitude.field];
	return (event) => {
		if (!applies(event)) return 0;
		const value = fieldOf(event, bit);
		if (Number.isNaN(value)) return missing;
		return low + (high - low) * Math.min(1, Math.max(0, (value - from) / (to - from)));
	};
}

function conditionOf({
	field,
	atLeast = -Infinity,
	below = Infinity,
	orMissing,
}: NonNullable<EventSource["where"]>) {
	const bit = FIELD[field];
	return (event: StoredEvent) => {
		const value = fieldOf(event, bit);
		return Number.isNaN(value) ? orMissing : value >= atLeast && value < below;
	};
}

/** Mask of the fields that the rule reads. */
export function measureFields({ where, magnitude }: EventSource): number {
	return (where ? FIELD[where.field] : 0) | (magnitude ? FIELD[magnitude.field] : 0);
}
