import { EMOJI, type Emotion, type EmotionScore } from "../../emotions.ts";
import { wholePercents } from "./whole-percents.ts";

/** Probabilities as people read them: whole percents that sum to 100, highest first. */
export function emotionScores(
	emotions: readonly Emotion[],
	probabilities: readonly number[],
): EmotionScore[] {
	const percents = wholePercents(probabilities);
	return emotions
		.map((emotion, i) => ({ emoji: EMOJI[emotion], emotion, confidence: percents[i] ?? 0 }))
		.sort((a, b) => b.confidence - a.confidence);
}
