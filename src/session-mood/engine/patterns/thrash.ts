import { FIELD, fieldOf, timeOf, typeOf } from "../encode.ts";
import type { StoredEvent, ThrashPattern } from "../types.ts";
import { type Detector, NEVER, type TypeIndex } from "./detector.ts";

const [DIRECTION, DEPTH, TIMES] = [0, 1, 2] as const;
const NO_DEPTH = -1;

/** Remembers the direction and the times of the latest reversals; fires when there are enough, then resets. */
export function thrashDetector(pattern: ThrashPattern, typeIndex: TypeIndex): Detector {
	const { reversals, withinMs, minDepth } = pattern;
	const scroll = typeIndex(pattern.scroll);
	const initial = [0, NO_DEPTH, ...Array.from({ length: reversals }, () => NEVER)];

	/** 1 down, −1 up, 0 unknown: the given direction, else inferred from the depth. */
	const directionOf = (memory: number[], base: number, event: StoredEvent) => {
		const given = fieldOf(event, FIELD.direction);
		const depth = fieldOf(event, FIELD.value);
		const before = memory[base + DEPTH] ?? NO_DEPTH;
		const moved = before !== NO_DEPTH && Math.abs(depth - before) >= minDepth;
		if (moved || (before === NO_DEPTH && depth >= 0)) memory[base + DEPTH] = depth;
		if (!Number.isNaN(given)) return given;
		return moved ? Math.sign(depth - before) : 0;
	};

	const noteReversal = (memory: number[], base: number, at: number) => {
		const [oldest, newest] = [base + TIMES, base + TIMES + reversals - 1];
		for (let cell = oldest; cell < newest; cell++) memory[cell] = memory[cell + 1] ?? NEVER;
		memory[newest] = at;
		const since = memory[oldest] ?? NEVER;
		if (since === NEVER || at - since > withinMs) return 0;
		memory.fill(NEVER, oldest, newest + 1);
		return 1;
	};

	return {
		watches: [scroll, ...pattern.resets.map(typeIndex)],
		fields: FIELD.direction | FIELD.value,
		initial,
		step(memory, base, event) {
			if (typeOf(event) !== scroll) {
				for (let cell = 0; cell < initial.length; cell++) memory[base + cell] = initial[cell] ?? 0;
				return 0;
			}
			const direction = directionOf(memory, base, event);
			if (direction === 0) return 0;
			const reversed = memory[base + DIRECTION] === -direction;
			memory[base + DIRECTION] = direction;
			return reversed ? noteReversal(memory, base, timeOf(event)) : 0;
		},
	};
}
