import { distance, FIELD, fieldOf, timeOf, typeOf } from "../encode.ts";
import type { RagePattern, StoredEvent } from "../types.ts";
import { type Detector, NEVER, NOWHERE, type TypeIndex } from "./detector.ts";

const [RUN, AT, X, Y, ASSERTED, DERIVED] = [0, 1, 2, 3, 4, 5] as const;

/**
 * Rage clicks, asserted by the client or derived from plain clicks as in PostHog (3 clicks, each less than 1,000 ms and
 * 30 px Manhattan from the previous one); a longer run fires again at every third click. A burst both asserted and
 * derived counts once: an assertion right after a derived burst is ignored, and one derived right after an assertion
 * only makes up for the decay since then.
 */
export function rageDetector(pattern: RagePattern, typeIndex: TypeIndex, halfLifeMs: number): Detector {
	const { clicks, withinMs, radiusPx } = pattern;
	const click = typeIndex(pattern.click);
	const asserted = typeIndex(pattern.asserted);

	/** Returns and clears the time in the cell if it is within the window before `at`; otherwise NEVER. */
	const takeRecent = (memory: number[], cell: number, at: number) => {
		const since = memory[cell] ?? NEVER;
		if (since === NEVER || at - since >= withinMs) return NEVER;
		memory[cell] = NEVER;
		return since;
	};

	const onAsserted = (memory: number[], base: number, at: number) => {
		if (takeRecent(memory, base + DERIVED, at) !== NEVER) return 0;
		memory[base + ASSERTED] = at;
		return 1;
	};

	const onBurst = (memory: number[], base: number, at: number) => {
		const assertedAt = takeRecent(memory, base + ASSERTED, at);
		if (assertedAt !== NEVER) return 1 - 2 ** ((assertedAt - at) / halfLifeMs);
		memory[base + DERIVED] = at;
		return 1;
	};

	const onClick = (memory: number[], base: number, event: StoredEvent, at: number) => {
		const [x, y] = [fieldOf(event, FIELD.x), fieldOf(event, FIELD.y)];
		if (Number.isNaN(x + y)) {
			memory[base + RUN] = 0;
			return 0;
		}
		const inRun =
			at - (memory[base + AT] ?? NEVER) < withinMs &&
			distance(event, memory[base + X] ?? NOWHERE, memory[base + Y] ?? NOWHERE) < radiusPx;
		const run = inRun ? (memory[base + RUN] ?? 0) + 1 : 1;
		memory[base + RUN] = run;
		memory[base + AT] = at;
		memory[base + X] = x;
		memory[base + Y] = y;
		return run % clicks === 0 ? onBurst(memory, base, at) : 0;
	};

	return {
		watches: [click, asserted],
		fields: FIELD.x | FIELD.y,
		initial: [0, NEVER, NOWHERE, NOWHERE, NEVER, NEVER],
		step(memory, base, event) {
			const at = timeOf(event);
			return typeOf(event) === asserted ? onAsserted(memory, base, at) : onClick(memory, base, event, at);
		},
		alone: (event) => (typeOf(event) === asserted ? 1 : 0),
	};
}
