import { distance, FIELD, fieldOf, timeOf, typeOf } from "../encode.ts";
import type { RagePattern, StoredEvent } from "../types.ts";
import { type Detector, NEVER, type TypeIndex } from "./detector.ts";

const [RUN, AT, X, Y, ASSERTED, DERIVED] = [0, 1, 2, 3, 4, 5] as const;
const INITIAL = [0, NEVER, 0, 0, NEVER, NEVER];

/**
 * Rage clicks, asserted by the client or derived from plain clicks as PostHog does (3 clicks, each less than
 * 1,000 ms and 30 px Manhattan from the one before); a longer run fires again at every further third click.
 * A burst that is both asserted and derived counts once: an assertion right after a derived burst is taken for
 * the same one, and a burst derived right after an assertion adds only what time has taken from that.
 */
export function rageDetector(pattern: RagePattern, typeIndex: TypeIndex, halfLifeMs: number): Detector {
	const click = typeIndex(pattern.click);
	const asserted = typeIndex(pattern.asserted);

	const onAsserted = (memory: number[], at: number) => {
		const derivedAt = memory[DERIVED] ?? NEVER;
		if (derivedAt !== NEVER && at - derivedAt < pattern.withinMs) {
			memory[DERIVED] = NEVER;
			return 0;
		}
		memory[ASSERTED] = at;
		return 1;
	};

	const onBurst = (memory: number[], at: number) => {
		const assertedAt = memory[ASSERTED] ?? NEVER;
		if (assertedAt !== NEVER && at - assertedAt < pattern.withinMs) {
			memory[ASSERTED] = NEVER;
			return 1 - 2 ** ((assertedAt - at) / halfLifeMs);
		}
		memory[DERIVED] = at;
		return 1;
	};

	const onClick = (memory: number[], event: StoredEvent, at: number) => {
		const near =
			at - (memory[AT] ?? NEVER) < pattern.withinMs &&
			distance(event, memory[X] ?? 0, memory[Y] ?? 0) < pattern.radiusPx;
		const placed = (fieldOf(event, FIELD.x) + fieldOf(event, FIELD.y)) * 0 === 0;
		const run = placed ? (near ? (memory[RUN] ?? 0) + 1 : 1) : 0;
		memory[RUN] = run;
		if (!placed) return 0;
		memory[AT] = at;
		memory[X] = fieldOf(event, FIELD.x);
		memory[Y] = fieldOf(event, FIELD.y);
		return run > 0 && run % pattern.clicks === 0 ? onBurst(memory, at) : 0;
	};

	return {
		watches: [click, asserted],
		fields: FIELD.x | FIELD.y,
		step(memory, event) {
			if (memory.length === 0) memory.push(...INITIAL);
			const at = timeOf(event);
			return typeOf(event) === asserted ? onAsserted(memory, at) : onClick(memory, event, at);
		},
		alone: (event) => (typeOf(event) === asserted ? 1 : 0),
	};
}
