import { asc, eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { Fault } from "../../errors.ts";
import type { Lang } from "../languages.ts";
import { emotions } from "../tables.ts";
import { requireLanguage } from "../translation/detect-language.ts";
import type { Translations } from "../translation/translate.ts";
import { affectByLexicon } from "../translation/translate-by-lexicon.ts";
import { indexKeywords, suggestEmotions } from "../words/suggest-emotions.ts";
import type { Emotion, SuggestedEmotion } from "./contract.ts";

export type EmotionRow = typeof emotions.$inferSelect;

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

export const noSuchEmotion = (): Fault =>
	new Fault({ code: "not_found", message: "There is no emotion with this id." });

export async function findEmotionRow({ db }: Context, id: string): Promise<EmotionRow> {
	const row = await db.select().from(emotions).where(eq(emotions.id, id)).get();
	if (!row) throw noSuchEmotion();
	return row;
}

/** One emotion; not found when there is none with this id. */
export const findEmotion = async (context: Context, id: string): Promise<Emotion> =>
	toEmotion(await findEmotionRow(context, id));

/** All emotions, or those of one category, oldest first. */
export async function listEmotions({ db }: Context, categoryId?: string): Promise<Emotion[]> {
	const rows = await db
		.select()
		.from(emotions)
		.where(categoryId === undefined ? undefined : eq(emotions.categoryId, categoryId))
		.orderBy(asc(emotions.createdAt), asc(emotions.id));
	return rows.map(toEmotion);
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
