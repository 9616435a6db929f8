import type { EmotionScore, Reliability } from "../emotions.ts";

/** The emotion scores of one window of a recording. */
export interface WindowReading {
	/** Start in seconds. */
	at: number;
	/** Length in seconds. */
	length: number;
	scores: EmotionScore[];
}

/** The emotions in a recording. All scores are eight whole percentages that sum to 100, highest first. */
export interface VoiceReading {
	/** The decoded length in seconds. */
	seconds: number;
	/** Detected from the bytes: `audio/webm`, `audio/ogg`, `audio/mpeg` or `audio/wav`. */
	contentType: string;
	scores: EmotionScore[];
	/** How reliable the highest score is, estimated from both the sound and the scores. */
	reliability: Reliability;
	/** In order. Windows overlap; silent ones are left out. */
	timeline: WindowReading[];
}
