import { emptyState, fold } from "../engine/fold.ts";
import { readMood } from "../engine/read.ts";
import type { MoodEvent, MoodModel } from "../engine/types.ts";

/** A time in which one mood was told; Unix seconds. */
export interface MoodSpan {
	mood: string;
	/** The highest while it lasted. */
	confidence: number;
	from: number;
	to: number;
}

/** Of longer silence nobody knows what mood it was in. */
const LONGEST_SILENCE_S = 30 * 60;

/** The moods that a session went through by its events, which are in order of time. */
export function moodSpans(model: MoodModel, events: readonly MoodEvent[]): MoodSpan[] {
	const spans: MoodSpan[] = [];
	let state = emptyState();
	for (const event of events) {
		state = fold(model, state, [event]);
		const { mood, confidence } = readMood(model, state);
		const last = spans.at(-1);
		const goesOn = last !== undefined && event.ts - last.to <= LONGEST_SILENCE_S;
		if (last && goesOn) last.to = event.ts;
		if (last && goesOn && last.mood === mood) last.confidence = Math.max(last.confidence, confidence);
		else spans.push({ mood, confidence, from: event.ts, to: event.ts });
	}
	return spans;
}
