import type { Context } from "../../context.ts";
import type { Block } from "../dialogs/dialog.ts";
import type { Lang, Translated } from "../languages.ts";
import { emotions } from "../tables.ts";
import { indexKeywords, suggestEmotions } from "../words/suggest-emotions.ts";
import type { ArcBlock } from "./analysis/types.ts";

/** What an arc needs of an emotion. */
export interface KnownEmotion {
	id: string;
	emoji: string;
	categoryId: string;
	valence: number | null;
	arousal: number | null;
	keywordsI18n: Translated<string[]>;
}

export async function readVocabulary({ db }: Context): Promise<KnownEmotion[]> {
	const { id, emoji, categoryId, valence, arousal, keywordsI18n } = emotions;
	return db.select({ id, emoji, categoryId, valence, arousal, keywordsI18n }).from(emotions).orderBy(id);
}

/** Emotions found by the words of untagged blocks, by block id. */
export type SuggestedTags = Readonly<Record<string, string>>;

/** The best suggestion for every block that an editor has not tagged and whose words suggest any. */
export function suggestTags(
	blocks: readonly Block[],
	vocabulary: readonly KnownEmotion[],
	lang: Lang,
): SuggestedTags {
	const index = indexKeywords(vocabulary, lang);
	const tags = blocks.flatMap(({ id, text, emotionId }) => {
		const best = emotionId === null ? suggestEmotions(text, lang, index)[0] : undefined;
		return best ? [[id, best.emotionId] as const] : [];
	});
	return Object.fromEntries(tags);
}

/** Blocks with where their emotion lies, scaled by intensity: half as intense is half as far from neutral. */
export function placedBlocks(
	blocks: readonly Block[],
	vocabulary: readonly KnownEmotion[],
	suggested: SuggestedTags,
): ArcBlock[] {
	const byId = new Map(vocabulary.map((emotion) => [emotion.id, emotion]));
	return blocks.map(({ id, position, speaker, emotionId, intensity }) => {
		const emotion = byId.get(emotionId ?? suggested[id] ?? "");
		const scaled = (value: number | null | undefined) => (value == null ? null : value * intensity);
		return {
			id,
			position,
			speaker,
			intensity,
			emotionId: emotion?.id ?? null,
			categoryId: emotion?.categoryId ?? null,
			valence: scaled(emotion?.valence),
			arousal: scaled(emotion?.arousal),
			source: emotion ? (emotionId === null ? "suggestion" : "tag") : null,
		};
	});
}
