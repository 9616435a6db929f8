/** The eight emotions of the product, in display order. */
export const EMOTIONS = [
	"happy",
	"calm",
	"neutral",
	"surprised",
	"sad",
	"angry",
	"disgust",
	"fearful",
] as const;

export type Emotion = (typeof EMOTIONS)[number];

export const EMOJI: Readonly<Record<Emotion, string>> = {
	happy: "😊",
	calm: "😌",
	neutral: "😐",
	surprised: "😮",
	sad: "😢",
	angry: "😠",
	disgust: "😒",
	fearful: "😰",
};

const EMOTION_OF: ReadonlyMap<string, Emotion> = new Map(
	EMOTIONS.map((emotion) => [EMOJI[emotion], emotion]),
);

/** From 1, the lowest mood, to 9, the highest. */
const LEVELS: ReadonlyMap<string, number> = new Map([
	[EMOJI.angry, 1],
	[EMOJI.sad, 2],
	[EMOJI.fearful, 3],
	[EMOJI.disgust, 4],
	[EMOJI.neutral, 5],
	[EMOJI.surprised, 6],
	[EMOJI.happy, 7],
	[EMOJI.calm, 8],
	["😄", 8],
	["🥰", 9],
]);

const LOW: ReadonlySet<Emotion> = new Set(["sad", "fearful", "angry", "disgust"]);
const POSITIVE: ReadonlySet<Emotion> = new Set(["happy", "calm"]);

/** The mood level of an emoji, 1 to 9. An emoji that is not listed counts as 5, the middle. */
export const moodLevel = (emoji: string): number => LEVELS.get(emoji) ?? 5;

export const emotionOf = (emoji: string): Emotion | undefined => EMOTION_OF.get(emoji);

export const isLow = (emotion: Emotion | undefined): boolean => emotion !== undefined && LOW.has(emotion);

export const isPositive = (emotion: Emotion | undefined): boolean =>
	emotion !== undefined && POSITIVE.has(emotion);

/** The score of one emotion in a recording. `confidence` is a whole percentage; all eight sum to 100. */
export interface EmotionScore {
	emoji: string;
	emotion: Emotion;
	confidence: number;
}

/** How reliable the scores of a recording are. At "low", no mood is proposed. */
export const RELIABILITIES = ["low", "medium", "high"] as const;

export type Reliability = (typeof RELIABILITIES)[number];
