import type { Context } from "../../context.ts";
import type { Lang } from "../languages.ts";
import { requireLanguage } from "../translation/require-language.ts";
import { indexKeywords, suggestEmotions, type Word } from "../words/suggest-emotions.ts";
import type { Emotion } from "./emotion.ts";
import { listEmotions } from "./list-emotions.ts";

export interface SuggestedEmotion extends Emotion {
	/** 0 … 1. */
	score: number;
	matches: Word[];
}

/** Emotions whose keywords a text holds, best first, and the language it was read in. */
export async function suggestForText(
	context: Context,
	text: string,
	named?: Lang,
): Promise<{ lang: Lang; suggestions: SuggestedEmotion[] }> {
	const lang = await requireLanguage([text], named, "text");
	const emotions = await listEmotions(context);
	const byId = new Map(emotions.map((emotion) => [emotion.id, emotion]));
	const suggestions = suggestEmotions(text, lang, indexKeywords(emotions, lang)).flatMap(
		({ emotionId, score, matches }) => {
			const emotion = byId.get(emotionId);
			return emotion ? [{ ...emotion, score, matches }] : [];
		},
	);
	return { lang, suggestions };
}
