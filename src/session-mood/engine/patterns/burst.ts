import { timeOf } from "../encode.ts";
import type { BurstPattern } from "../types.ts";
import type { Detector, TypeIndex } from "./detector.ts";

/** Remembers the times of the last `count - 1` events and fires where the oldest of them is in the window. */
export function burstDetector(pattern: BurstPattern, typeIndex: TypeIndex): Detector {
	const kept = pattern.count - 1;
	return {
		watches: [typeIndex(pattern.event)],
		fields: 0,
		step(memory, event) {
			const at = timeOf(event);
			const oldest = memory.length === kept ? memory[0] : undefined;
			memory.push(at);
			if (memory.length > kept) memory.shift();
			return oldest !== undefined && at - oldest <= pattern.withinMs ? 1 : 0;
		},
	};
}
