import { EMOJI, EMOTIONS, type Emotion, type EmotionScore } from "../../src/emotions.ts";
import type { Random } from "../../src/seeded-random.ts";
import { emotionScores } from "../../src/voice/scores/emotion-scores.ts";
import { gaussian } from "./simulated-journal.ts";

/** A person as a model of voices hears them. Both lists are in the order of EMOTIONS. */
export interface Voice {
	/** How often each mood comes. */
	moods: readonly number[];
	/** What the model adds to the logit of each emotion, whatever the mood: 0 for a voice such as it was trained on. */
	bias: readonly number[];
	/** How far the mood stands out of the noise, in its standard deviations. */
	clarity: number;
	/** The factor by which the model is surer than it should be. */
	sureness: number;
}

export const EVEN = EMOTIONS.map(() => 1 / EMOTIONS.length);
/** Mostly calm, neutral and happy, as journals are. */
export const MOSTLY_WELL = EMOTIONS.map(
	(emotion) => ({ calm: 0.35, neutral: 0.25, happy: 0.2 })[emotion as string] ?? 0.04,
);

/** A voice that the model mishears: some emotions come easier than they should, others harder. */
export const misheard = (random: Random, spread: number, more: Partial<Voice> = {}): Voice => ({
	moods: EVEN,
	bias: EMOTIONS.map(() => spread * gaussian(random)),
	clarity: 2.5,
	sureness: 1,
	...more,
});

export interface Heard {
	mood: Emotion;
	scores: EmotionScore[];
}

/** A day's note: the mood that it was, and the whole percents that the model gives. */
export function recordNote(random: Random, voice: Voice): Heard {
	const mood = drawn(random, voice.moods);
	const logits = EMOTIONS.map(
		(_, k) => voice.sureness * ((k === mood ? voice.clarity : 0) + (voice.bias[k] ?? 0) + gaussian(random)),
	);
	return { mood: EMOTIONS[mood] as Emotion, scores: emotionScores(EMOTIONS, logits.map(Math.exp)) };
}

function drawn(random: Random, shares: readonly number[]): number {
	let rest = random();
	for (const [k, share] of shares.entries()) {
		rest -= share;
		if (rest < 0) return k;
	}
	return 0;
}

/** Percents, highest first, of the emotions named; the rest have none. */
export const scoresOf = (percents: Partial<Record<Emotion, number>>): EmotionScore[] =>
	EMOTIONS.map((emotion) => ({ emotion, emoji: EMOJI[emotion], confidence: percents[emotion] ?? 0 })).sort(
		(a, b) => b.confidence - a.confidence,
	);

/** −ln of what the scores gave the mood, with half a percent more for each. */
export function lossOf(scores: readonly EmotionScore[], mood: Emotion): number {
	const confidence = scores.find(({ emotion }) => emotion === mood)?.confidence ?? 0;
	return -Math.log((confidence + 0.5) / (100 + 0.5 * EMOTIONS.length));
}
