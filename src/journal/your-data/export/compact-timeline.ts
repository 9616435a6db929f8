import { EMOJI, EMOTIONS } from "../../../emotions.ts";
import type { TimelineWindow } from "../../tables.ts";

/** A window with its confidences in the order of EMOTIONS: a tenth of the text, over thousands of them. */
export interface CompactWindow {
	at: number;
	length: number;
	confidences: number[];
}

export const compactWindow = ({ at, length, scores }: TimelineWindow): CompactWindow => {
	const confidences = new Map(scores.map(({ emotion, confidence }) => [emotion, confidence]));
	return { at, length, confidences: EMOTIONS.map((emotion) => confidences.get(emotion) ?? 0) };
};

/** Scores highest first, as they are stored. */
export const fullWindow = ({ at, length, confidences }: CompactWindow): TimelineWindow => ({
	at,
	length,
	scores: EMOTIONS.map((emotion, i) => ({
		emoji: EMOJI[emotion],
		emotion,
		confidence: confidences[i] ?? 0,
	})).sort((a, b) => b.confidence - a.confidence),
});
