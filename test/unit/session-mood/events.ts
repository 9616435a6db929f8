import type { MoodEvent } from "../../../src/session-mood/engine/types.ts";

/** The instant at which the sessions of these tests begin, Unix seconds. */
export const START = 1_777_888_800;

/** Events of these types, `gap` seconds apart. */
export function spaced(types: readonly string[], gap = 2, fields: Partial<MoodEvent> = {}): MoodEvent[] {
	return types.map((type, i) => ({ type, ts: START + i * gap, ...fields }));
}

/** Plain clicks at these offsets (seconds) and places. */
export function clicksAt(
	clicks: readonly (readonly [at: number, x: number, y: number])[],
	fields: Partial<MoodEvent> = {},
): MoodEvent[] {
	return clicks.map(([at, x, y]) => ({ type: "click", ts: START + at, x, y, ...fields }));
}
