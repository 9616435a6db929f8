import type { EmotionScore, Reliability } from "../emotions.ts";

/** How the mood was within a stretch of the recording. */
export interface WindowReading {
	/** Where it begins, in seconds. */
	at: number;
	/** How long it is, in seconds. */
	length: number;
	scores: EmotionScore[];
}

/** What a recording sounds like. All scores are eight whole percents that sum to 100, highest first. */
export interface VoiceReading {
	/** The recording's true length in seconds, measured by decoding it. */
	seconds: number;
	/** Of its container, as the bytes say: `audio/webm`, `audio/ogg`, `audio/mpeg` or `audio/wav`. */
	contentType: string;
	scores: EmotionScore[];
	/** How far the highest score can be relied on, estimated from the sound as well as the scores. */
	reliability: Reliability;
	/** In order; windows overlap, and silence between them is left out. */
	timeline: WindowReading[];
}
