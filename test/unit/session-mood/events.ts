import { emptyState, fold } from "../../../src/session-mood/engine/fold.ts";
import type { ModelState, MoodEvent, MoodModel } from "../../../src/session-mood/engine/types.ts";

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

/** The state after these batches, one after the other. */
export const foldAll = (
	model: MoodModel,
	batches: readonly (readonly MoodEvent[])[],
	from = emptyState(),
): ModelState => batches.reduce((state, batch) => fold(model, state, batch), from);

/** The events in batches that end at these points. */
export function cutAt(events: readonly MoodEvent[], points: readonly number[]): MoodEvent[][] {
	const ends = [...points.map((point) => point % (events.length + 1)), events.length].sort((a, b) => a - b);
	return ends.map((end, i) => events.slice(ends[i - 1] ?? 0, end));
}
