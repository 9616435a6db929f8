import type { Translated } from "../languages.ts";
import type { emotions } from "../tables.ts";
import type { Translations } from "../translation/translate.ts";
import { affectByLexicon } from "../translation/translate-by-lexicon.ts";

export type EmotionRow = typeof emotions.$inferSelect;

export interface Emotion {
	id: string;
	emoji: string;
	keywords: string[];
	categoryId: string;
	createdAt: string;
	updatedAt: string;
	keywordsI18n: Translated<string[]>;
	valence: number | null;
	arousal: number | null;
}

export const toEmotion = (row: EmotionRow): Emotion => ({
	id: row.id,
	emoji: row.emoji,
	keywords: row.keywords,
	categoryId: row.categoryId,
	createdAt: row.createdAt.toISOString(),
	updatedAt: row.updatedAt.toISOString(),
	keywordsI18n: row.keywordsI18n,
	valence: row.valence,
	arousal: row.arousal,
});

export const keywordTranslations = (row: EmotionRow): Translations => ({
	words: row.keywordsI18n,
	provenance: row.provenance,
});

export const keywordColumns = ({ words, provenance }: Translations) => ({ keywordsI18n: words, provenance });

/** Where a person placed the emotion; what was not said comes from the lexicon, by the English keywords it knows best. */
export function affectColumns(
	placed: { valence?: number | undefined; arousal?: number | undefined },
	{ words }: Translations,
) {
	const guess = affectByLexicon(words.en, "en") ?? affectByLexicon(words.uk, "uk");
	const isPlaced = placed.valence !== undefined || placed.arousal !== undefined;
	const source: EmotionRow["affectSource"] = isPlaced ? "human" : guess ? "lexicon" : null;
	return {
		valence: placed.valence ?? guess?.valence ?? (isPlaced ? 0 : null),
		arousal: placed.arousal ?? guess?.arousal ?? (isPlaced ? 0 : null),
		affectSource: source,
	};
}
