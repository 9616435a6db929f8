import type { Context } from "../../context.ts";
import { onFreshRow } from "../../db/optimistic-retry.ts";
import { machineOf } from "../translation/machine-of.ts";
import { requireLanguage } from "../translation/require-language.ts";
import { retranslate, retryState } from "../translation/revise.ts";
import type { Translations } from "../translation/translate.ts";
import type { NewEmotion } from "./create-emotion.ts";
import {
	affectColumns,
	type Emotion,
	type EmotionRow,
	keywordColumns,
	keywordTranslations,
	toEmotion,
} from "./emotion.ts";
import { findEmotionRow } from "./find-emotion.ts";
import { requireCategory } from "./require-category.ts";
import { type EmotionColumns, writeEmotion } from "./write-emotion.ts";

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
	onFreshRow(async () => {
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
