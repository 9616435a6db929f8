import type { Context } from "../../context.ts";
import { onFreshRow } from "../../db/optimistic-retry.ts";
import { invalidField } from "../../errors.ts";
import { eachOf, type InSome, LANGS, type Lang, type Provenance, type Translated } from "../languages.ts";
import { correct, retryState } from "../translation/revise.ts";
import { type EmotionRow, keywordColumns, keywordTranslations } from "./emotion.ts";
import { findEmotionRow } from "./find-emotion.ts";
import { writeEmotion } from "./write-emotion.ts";

/** Every keyword in every language with who put it there. */
export interface KeywordTranslations {
	lang: Lang;
	translations: Translated<{ keyword: string; provenance: Provenance }[]>;
}

const toTranslations = ({ lang, keywordsI18n, provenance }: EmotionRow): KeywordTranslations => ({
	lang,
	translations: eachOf((to) =>
		keywordsI18n[to].map((keyword, i) => ({ keyword, provenance: provenance[to][i] ?? "none" })),
	),
});

export const readTranslations = async (context: Context, id: string): Promise<KeywordTranslations> =>
	toTranslations(await findEmotionRow(context, id));

function requireAligned({ keywords, lang }: EmotionRow, corrections: InSome<string[]>): void {
	for (const to of LANGS) {
		const words = corrections[to];
		if (!words) continue;
		if (to === lang)
			throw invalidField(to, "These are the keywords themselves: change `keywords` of the emotion.");
		if (words.length !== keywords.length) {
			throw invalidField(to, `One translation a keyword is needed, ${keywords.length} in all.`);
		}
	}
}

/** Puts a person's translations in place; no machine ever overwrites them. */
export const correctTranslations = (
	context: Context,
	id: string,
	corrections: InSome<string[]>,
): Promise<KeywordTranslations> =>
	onFreshRow(async () => {
		const row = await findEmotionRow(context, id);
		requireAligned(row, corrections);
		const translations = correct(keywordTranslations(row), corrections);
		const now = context.now();
		const written = await writeEmotion(context, row, {
			...keywordColumns(translations),
			...retryState(translations, now),
			updatedAt: new Date(now),
		});
		return written && toTranslations(written);
	});
