import { FIELD, fieldOf } from "./encode.ts";
import type { EventSource, StoredEvent } from "./types.ts";

/** The magnitude of a single event by its source's rule: 0 where it does not make the signal. */
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
