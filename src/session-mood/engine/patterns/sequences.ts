import { distance, FIELD, fieldOf, timeOf, typeOf } from "../encode.ts";
import type { QuickBackPattern, SequencePattern, StoredEvent } from "../types.ts";
import { type Detector, NEVER, NOWHERE, type TypeIndex } from "./detector.ts";

const [AT, X, Y] = [0, 1, 2] as const;
const [FIRST, NEXT] = [1, 2] as const;

/** Remembers the latest `first` event. A timely `next` event completes the sequence, an `unless` event resets it. */
export function sequenceDetector(pattern: SequencePattern, typeIndex: TypeIndex): Detector {
	const { minMs, maxMs, place } = pattern;
	/** The role of each event type, by type index: FIRST, NEXT, both, or 0 (`unless`). */
	const roles: number[] = [];
	for (const name of pattern.unless ?? []) roles[typeIndex(name)] = 0;
	for (const name of pattern.first) roles[typeIndex(name)] = FIRST;
	for (const name of pattern.next) roles[typeIndex(name)] = (roles[typeIndex(name)] ?? 0) | NEXT;

	const inPlace = (memory: number[], base: number, event: StoredEvent) => {
		if (place === undefined) return true;
		const apart = distance(event, memory[base + X] ?? NOWHERE, memory[base + Y] ?? NOWHERE);
		return apart < place.radiusPx === (place.is === "near");
	};

	const completes = (memory: number[], base: number, event: StoredEvent) => {
		const startedAt = memory[base + AT] ?? NEVER;
		const waited = timeOf(event) - startedAt;
		return startedAt !== NEVER && waited >= minMs && waited <= maxMs && inPlace(memory, base, event);
	};

	const remember = (memory: number[], base: number, event: StoredEvent) => {
		memory[base + AT] = timeOf(event);
		if (place === undefined) return;
		const [x, y] = [fieldOf(event, FIELD.x), fieldOf(event, FIELD.y)];
		const known = !Number.isNaN(x + y);
		memory[base + X] = known ? x : NOWHERE;
		memory[base + Y] = known ? y : NOWHERE;
	};

	return {
		watches: roles.flatMap((_, type) => [type]),
		fields: place === undefined ? 0 : FIELD.x | FIELD.y,
		initial: place === undefined ? [NEVER] : [NEVER, NOWHERE, NOWHERE],
		step(memory, base, event) {
			const role = roles[typeOf(event)] ?? 0;
			const fires = (role & NEXT) !== 0 && completes(memory, base, event);
			if (role & FIRST) remember(memory, base, event);
			else if (fires || role === 0) memory[base + AT] = NEVER;
			return fires ? 1 : 0;
		},
	};
}

const [PAGE, SINCE, BEFORE, RETURNED] = [0, 1, 2, 3] as const;
const UNKNOWN = -1;

/**
 * Fires when the back button follows soon after a page view, or when a page view returns to the previous page. The back
 * button and the page view it causes count as one quick-back.
 */
export function quickBackDetector(pattern: QuickBackPattern, typeIndex: TypeIndex): Detector {
	const back = pattern.back === undefined ? NEVER : typeIndex(pattern.back);

	const isQuick = (memory: number[], base: number, at: number) => {
		const since = memory[base + SINCE] ?? NEVER;
		return since !== NEVER && at - since <= pattern.withinMs && memory[base + RETURNED] === 0;
	};

	const onBack = (memory: number[], base: number, at: number) => {
		if (!isQuick(memory, base, at)) return 0;
		memory[base + RETURNED] = 1;
		return 1;
	};

	const onView = (memory: number[], base: number, event: StoredEvent, at: number) => {
		const url = fieldOf(event, FIELD.url);
		const page = Number.isNaN(url) ? UNKNOWN : url;
		const current = memory[base + PAGE] ?? UNKNOWN;
		if (page !== UNKNOWN && page === current) return 0;
		const fires = page !== UNKNOWN && page === memory[base + BEFORE] && isQuick(memory, base, at);
		memory[base + PAGE] = page;
		memory[base + SINCE] = at;
		memory[base + BEFORE] = current;
		memory[base + RETURNED] = fires ? 1 : 0;
		return fires ? 1 : 0;
	};

	return {
		watches: [...pattern.views.map(typeIndex), ...(back === NEVER ? [] : [back])],
		fields: FIELD.url,
		initial: [UNKNOWN, NEVER, UNKNOWN, 0],
		step(memory, base, event) {
			const at = timeOf(event);
			return typeOf(event) === back ? onBack(memory, base, at) : onView(memory, base, event, at);
		},
	};
}
