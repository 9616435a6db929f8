import { distance, FIELD, fieldOf, timeOf, typeOf } from "../encode.ts";
import type { RagePattern, StoredEvent } from "../types.ts";
import { type Detector, NEVER, NOWHERE, type TypeIndex } from "./detector.ts";

const [RUN, AT, X, Y, ASSERTED, DERIVED, ASSERTED_STRENGTH, RUN_STRENGTH] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** Rage is quick and stays on one spot: the stars of a rating lie further apart, a carousel is paged more slowly. */
const ONE_SPOT_PX = 15;
const QUICK_MS = 600;
const SPREAD_STRENGTH = 0.4;
const SLOW_STRENGTH = 0.6;

/**
 * Rage clicks, asserted by the client or derived from plain clicks as in PostHog (3 clicks, each less than 1,000 ms and
 * 30 px Manhattan from the previous one); a longer run fires again at every third click. A burst both asserted and
 * derived counts once: an assertion right after a derived burst is ignored, and one derived right after an assertion
 * only makes up for the decay since then. Slow or spread bursts are weaker.
 */
export function rageDetector(pattern: RagePattern, typeIndex: TypeIndex, halfLifeMs: number): Detector {
	const { clicks, withinMs, radiusPx, longestRun = Number.POSITIVE_INFINITY } = pattern;
	const click = typeIndex(pattern.click);
	const asserted = typeIndex(pattern.asserted);

	/** Returns and clears the time in the cell if it is within the window before `at`; otherwise NEVER. */
	const takeRecent = (memory: number[], cell: number, at: number) => {
		const since = memory[cell] ?? NEVER;
		if (since === NEVER || at - since >= withinMs) return NEVER;
		memory[cell] = NEVER;
		return since;
	};

	/** How strongly a click speaks that comes so long after and so far from the one before. */
	const strengthOf = (memory: number[], base: number, event: StoredEvent, at: number) => {
		const waited = at - (memory[base + AT] ?? NEVER);
		if (waited >= withinMs) return 1;
		const apart = distance(event, memory[base + X] ?? NOWHERE, memory[base + Y] ?? NOWHERE);
		const isSpread = apart >= ONE_SPOT_PX && apart < radiusPx;
		return (isSpread ? SPREAD_STRENGTH : 1) * (waited > QUICK_MS ? SLOW_STRENGTH : 1);
	};

	const onAsserted = (memory: number[], base: number, event: StoredEvent, at: number) => {
		if (takeRecent(memory, base + DERIVED, at) !== NEVER) return 0;
		const strength = strengthOf(memory, base, event, at);
		memory[base + ASSERTED] = at;
		memory[base + ASSERTED_STRENGTH] = strength;
		return strength;
	};

	const onBurst = (memory: number[], base: number, at: number) => {
		const strength = memory[base + RUN_STRENGTH] ?? 1;
		const assertedAt = takeRecent(memory, base + ASSERTED, at);
		if (assertedAt !== NEVER) {
			const asserted = memory[base + ASSERTED_STRENGTH] ?? 1;
			return Math.max(strength, asserted) - asserted * 2 ** ((assertedAt - at) / halfLifeMs);
		}
		memory[base + DERIVED] = at;
		return strength;
	};

	const onClick = (memory: number[], base: number, event: StoredEvent, at: number) => {
		const [x, y] = [fieldOf(event, FIELD.x), fieldOf(event, FIELD.y)];
		if (Number.isNaN(x + y)) {
			memory[base + RUN] = 0;
			return 0;
		}
		// Clicks of the same instant were sent without a time and say nothing of their speed.
		const inRun =
			at !== memory[base + AT] &&
			at - (memory[base + AT] ?? NEVER) < withinMs &&
			distance(event, memory[base + X] ?? NOWHERE, memory[base + Y] ?? NOWHERE) < radiusPx;
		const run = inRun ? (memory[base + RUN] ?? 0) + 1 : 1;
		memory[base + RUN_STRENGTH] =
			run === 1 ? 1 : Math.min(memory[base + RUN_STRENGTH] ?? 1, strengthOf(memory, base, event, at));
		memory[base + RUN] = run;
		memory[base + AT] = at;
		memory[base + X] = x;
		memory[base + Y] = y;
		return run % clicks === 0 && run <= longestRun ? onBurst(memory, base, at) : 0;
	};

	return {
		watches: [click, asserted],
		fields: FIELD.x | FIELD.y,
		initial: [0, NEVER, NOWHERE, NOWHERE, NEVER, NEVER, 1, 1],
		step(memory, base, event) {
			const at = timeOf(event);
			return (typeOf(event) === asserted ? onAsserted : onClick)(memory, base, event, at);
		},
		forget(memory, base) {
			memory[base + ASSERTED] = NEVER;
			memory[base + DERIVED] = NEVER;
		},
		alone: (event) => (typeOf(event) === asserted ? 1 : 0),
	};
}
