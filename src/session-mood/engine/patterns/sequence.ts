import { distance, FIELD, fieldOf, timeOf, typeOf } from "../encode.ts";
import type { SequencePattern, StoredEvent } from "../types.ts";
import { type Detector, NEVER, type TypeIndex } from "./detector.ts";

const [AT, X, Y] = [0, 1, 2] as const;

/** Remembers the latest `first` event; a `next` event in time completes it, an `unless` event forgets it. */
export function sequenceDetector(pattern: SequencePattern, typeIndex: TypeIndex): Detector {
	const first = pattern.first.map(typeIndex);
	const next = pattern.next.map(typeIndex);
	const unless = (pattern.unless ?? []).map(typeIndex);
	const { place } = pattern;

	const inPlace = (memory: number[], event: StoredEvent) => {
		if (place === undefined) return true;
		const near = distance(event, memory[X] ?? Number.NaN, memory[Y] ?? Number.NaN) < place.radiusPx;
		return near === (place.is === "near");
	};

	const completes = (memory: number[], event: StoredEvent) => {
		const startedAt = memory[AT] ?? NEVER;
		const waited = timeOf(event) - startedAt;
		if (startedAt === NEVER || waited < pattern.minMs || waited > pattern.maxMs) return false;
		return inPlace(memory, event);
	};

	const remember = (memory: number[], event: StoredEvent) => {
		memory.length = 0;
		memory.push(timeOf(event));
		const [x, y] = [fieldOf(event, FIELD.x), fieldOf(event, FIELD.y)];
		if (place !== undefined && (x + y) * 0 === 0) memory.push(x, y);
	};

	return {
		watches: [...new Set([...first, ...next, ...unless])],
		fields: place === undefined ? 0 : FIELD.x | FIELD.y,
		step(memory, event) {
			const type = typeOf(event);
			const fires = next.includes(type) && completes(memory, event);
			if (first.includes(type)) remember(memory, event);
			else if (fires || unless.includes(type)) memory.length = 0;
			return fires ? 1 : 0;
		},
	};
}
