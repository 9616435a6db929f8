import type { Context } from "../../context.ts";
import type { Lang } from "../languages.ts";
import { emotions } from "../tables.ts";
import { machineOf } from "../translation/machine-of.ts";
import { requireLanguage } from "../translation/require-language.ts";
import { retryState } from "../translation/revise.ts";
import { translateWords } from "../translation/translate.ts";
import { affectColumns, type Emotion, keywordColumns, toEmotion } from "./emotion.ts";
import { requireCategory, unlessCategoryIsGone } from "./require-category.ts";

export interface NewEmotion {
	emoji: string;
	keywords: string[];
	categoryId: string;
	lang?: Lang | undefined;
	valence?: number | undefined;
	arousal?: number | undefined;
}

/** Stores an emotion with its keywords in all three languages. An outage of translation does not fail it. */
export async function createEmotion(context: Context, emotion: NewEmotion): Promise<Emotion> {
	const { emoji, keywords, categoryId } = emotion;
	await requireCategory(context, categoryId);
	const lang = await requireLanguage(keywords, emotion.lang, "keywords");
	const translations = await translateWords(keywords, lang, machineOf(context));
	const now = context.now();
	const insert = context.db
		.insert(emotions)
		.values({
			id: context.newId(),
			emoji,
			keywords,
			categoryId,
			lang,
			...keywordColumns(translations),
			...affectColumns(emotion, translations),
			...retryState(translations, now),
			createdAt: new Date(now),
			updatedAt: new Date(now),
		})
		.returning();
	return toEmotion(await unlessCategoryIsGone(insert.get()));
}
