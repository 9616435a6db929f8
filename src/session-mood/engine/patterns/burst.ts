import { timeOf } from "../encode.ts";
import type { BurstPattern } from "../types.ts";
import { type Detector, NEVER, type TypeIndex } from "./detector.ts";

/** Remembers the times of the last `count - 1` events and fires if the oldest of them is within the window. */
export function burstDetector(pattern: BurstPattern, typeIndex: TypeIndex): Detector {
	const kept = pattern.count - 1;
	return {
		watches: [typeIndex(pattern.event)],
		fields: 0,
		initial: Array.from({ length: kept }, () => NEVER),
		step(memory, base, event) {
			const at = timeOf(event);
			const oldest = memory[base] ?? NEVER;
			for (let cell = base; cell < base + kept - 1; cell++) memory[cell] = memory[cell + 1] ?? NEVER;
			memory[base + kept - 1] = at;
			return oldest !== NEVER && at - oldest <= pattern.withinMs ? 1 : 0;
		},
	};
}
