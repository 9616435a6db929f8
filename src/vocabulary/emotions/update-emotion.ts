import type { Context } from "../../context.ts";
import { retryOrConflict } from "../../db/optimistic-retry.ts";
import { invalidField } from "../../errors.ts";
import { eachOf, type InSome, LANGS } from "../languages.ts";
import { requireLanguage } from "../translation/detect-language.ts";
import { correct, retranslate, retryState } from "../translation/revise.ts";
import type { Translations } from "../translation/translate.ts";
import { machineOf } from "../translation/translate-by-machine.ts";
import type { Emotion, KeywordTranslations, NewEmotion } from "./contract.ts";
import {
	affectColumns,
	type EmotionRow,
	findEmotionRow,
	keywordColumns,
	keywordTranslations,
	toEmotion,
} from "./read-emotions.ts";
import { type EmotionColumns, requireCategory, writeEmotion } from "./write-emotion.ts";

export type EmotionChanges = { [Field in keyof NewEmotion]?: NewEmotion[Field] | undefined };

const areSame = (a: readonly string[], b: readonly string[]): boolean =>
	a.length === b.length && a.every((word, i) => word === b[i]);

/** The keywords in all languages after the change; undefined when neither they nor their language change. */
async function reworded(
	context: Context,
	row: EmotionRow,
	changes: EmotionChanges,
): Promise<{ columns: EmotionColumns; translations: Translations } | undefined> {
	const keywords = changes.keywords ?? row.keywords;
	const isSame = areSame(keywords, row.keywords);
	if (isSame && (changes.lang ?? row.lang) === row.lang) return undefined;
	const lang = await requireLanguage(keywords, changes.lang, "keywords");
	const before = { ...keywordTranslations(row), lang: row.lang };
	const translations = await retranslate(keywords, lang, before, machineOf(context));
	const columns = {
		keywords,
		lang,
		...keywordColumns(translations),
		...retryState(translations, context.now()),
	};
	return { columns, translations };
}

/** Where the emotion lies after the change: a person's word stands until a person changes it. */
function placed(
	row: EmotionRow,
	changes: EmotionChanges,
	translations: Translations | undefined,
): EmotionColumns {
	const isPlacedNow = changes.valence !== undefined || changes.arousal !== undefined;
	if (isPlacedNow) {
		const { valence = row.valence ?? undefined, arousal = row.arousal ?? undefined } = changes;
		return affectColumns({ valence, arousal }, translations ?? keywordTranslations(row));
	}
	return translations && row.affectSource !== "human" ? affectColumns({}, translations) : {};
}

/** Changes what is given; changed keywords are translated again, but for what people corrected. */
export const updateEmotion = (context: Context, id: string, changes: EmotionChanges): Promise<Emotion> =>
	retryOrConflict(async () => {
		const row = await findEmotionRow(context, id);
		const { emoji = row.emoji, categoryId = row.categoryId } = changes;
		if (categoryId !== row.categoryId) await requireCategory(context, categoryId);
		const words = await reworded(context, row, changes);
		const written = await writeEmotion(context, row, {
			emoji,
			categoryId,
			...words?.columns,
			...placed(row, changes, words?.translations),
			updatedAt: new Date(context.now()),
		});
		return written && toEmotion(written);
	});

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
	retryOrConflict(async () => {
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
