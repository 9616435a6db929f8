import { FIELD, fieldOf, timeOf } from "../encode.ts";
import type { StoredEvent, ThrashPattern } from "../types.ts";
import type { Detector, TypeIndex } from "./detector.ts";

const [DIRECTION, DEPTH] = [0, 1] as const;
const HEADER = 2;
const NO_DEPTH = -1;

/** Remembers the direction and the times of the latest reversals; fires at enough of them, then starts over. */
export function thrashDetector(pattern: ThrashPattern, typeIndex: TypeIndex): Detector {
	const directionOf = (memory: number[], event: StoredEvent) => {
		const given = fieldOf(event, FIELD.direction);
		const depth = fieldOf(event, FIELD.value);
		const before = memory[DEPTH] ?? NO_DEPTH;
		const known = depth >= 0 && before !== NO_DEPTH;
		const moved = known && Math.abs(depth - before) >= pattern.minDepth;
		if (depth >= 0 && (moved || before === NO_DEPTH)) memory[DEPTH] = depth;
		if (Number.isNaN(given)) return moved ? Math.sign(depth - before) : 0;
		return given;
	};

	return {
		watches: [typeIndex(pattern.scroll)],
		fields: FIELD.direction | FIELD.value,
		step(memory, event) {
			if (memory.length === 0) memory.push(0, NO_DEPTH);
			const direction = directionOf(memory, event);
			if (direction === 0) return 0;
			const reversed = memory[DIRECTION] === -direction;
			memory[DIRECTION] = direction;
			if (!reversed) return 0;
			memory.push(timeOf(event));
			if (memory.length - HEADER < pattern.reversals) return 0;
			const fires = timeOf(event) - (memory[HEADER] ?? 0) <= pattern.withinMs;
			memory.splice(HEADER, fires ? pattern.reversals : 1);
			return fires ? 1 : 0;
		},
	};
}
