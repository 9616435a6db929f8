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
	/** The probability that the highest score is right, estimated from both the sound and the scores; 0 where it is too short to judge. */
	probabilityCorrect: number;
	/** The same as one of three levels. */
	reliability: Reliability;
	/** Scores of different versions of the model are not to be compared. */
	modelVersion: string;
	/** In order. Windows overlap; silent ones are left out. */
	timeline: WindowReading[];
}
