import { distance, FIELD, fieldOf, timeOf, typeOf } from "../encode.ts";
import type { SequencePattern, StoredEvent } from "../types.ts";
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
