import { z } from "@hono/zod-openapi";
import { LANGS } from "./languages.ts";

const isWellFormed = (text: string): boolean => text.isWellFormed() && !text.includes("\u0000");

/** Text of at most `most` characters that survives a database: no half of a surrogate pair, no NUL. */
export const textOf = (most: number) =>
	z
		.string()
		.max(most, `at most ${most} characters are allowed`)
		.refine(isWellFormed, "it contains characters that are not text");

/** The same, and not blank. */
export const wordsOf = (most: number) =>
	textOf(most).refine((text) => text.trim() !== "", "it must not be blank");

export const Id = z
	.guid("this is not a UUID")
	.transform((id) => id.toLowerCase())
	.openapi({ type: "string", format: "uuid", example: "3f2b8c1e-5a77-4f0e-9d2b-6c1a0e9f4b21" });

export const Language = z
	.enum(LANGS)
	.openapi({ description: "Ukrainian, English or Spanish", example: "en" });

const Timestamp = z.iso.datetime().openapi({ example: "2026-11-22T09:30:00.000Z" });

/** One thing in every language. */
const inEveryLanguage = <S extends z.ZodType>(schema: S) => z.object({ uk: schema, en: schema, es: schema });

const names = inEveryLanguage(z.string()).openapi({
	description: "The name in every language",
	example: { uk: "Радість", en: "Joy", es: "Alegría" },
});
const keywordLists = inEveryLanguage(z.array(z.string())).openapi({
	description: "The keywords in every language, aligned by position",
	example: { uk: ["щасливий"], en: ["happy"], es: ["feliz"] },
});

const Affect = z
	.number()
	.min(-1)
	.max(1)
	.openapi({ description: "Place on the circumplex of affect, −1 … 1", example: 0.85 });
const emoji = wordsOf(64).openapi({ description: "A pictograph", example: "😊" });
const keywords = z
	.array(wordsOf(100))
	.min(1, "at least one keyword is needed")
	.max(30, "at most 30 keywords are allowed")
	.openapi({ description: "Words for the emotion, echoed as sent", example: ["happy", "joyful"] });
const lang = Language.optional().openapi({ description: "Language of what is sent; detected when left out" });

export const IdParams = z.object({ id: Id.openapi({ param: { name: "id", in: "path" } }) });

export const Emotion = z
	.object({
		id: z.string(),
		emoji: z.string().openapi({ example: "😊" }),
		keywords: z.array(z.string()).openapi({ description: "As sent", example: ["happy"] }),
		categoryId: z.string(),
		createdAt: Timestamp,
		updatedAt: Timestamp,
		keywordsI18n: keywordLists,
		valence: z.number().nullable().openapi({ description: "−1 unpleasant … 1 pleasant; null when unknown" }),
		arousal: z.number().nullable().openapi({ description: "−1 calm … 1 excited; null when unknown" }),
	})
	.openapi("Emotion");

export const EmotionList = z.array(Emotion);
export const EmotionsQuery = z.object({
	categoryId: Id.optional().openapi({ description: "Only this category's" }),
});

export const NewEmotion = z
	.object({
		emoji,
		keywords,
		categoryId: Id,
		lang,
		valence: Affect.optional(),
		arousal: Affect.optional(),
	})
	.openapi("NewEmotion");

export const EmotionChanges = NewEmotion.partial().openapi("EmotionChanges");

export const Category = z
	.object({
		id: z.string(),
		icon: z.string().openapi({ example: "☀️" }),
		name: z.string().openapi({ example: "Joy" }),
		order: z.number().int(),
		createdAt: Timestamp,
		updatedAt: Timestamp,
		nameI18n: names,
	})
	.openapi("EmotionCategory");

export const CategoryList = z.array(Category);

export const CategoriesWithEmotions = z.array(
	Category.omit({ createdAt: true, updatedAt: true })
		.extend({
			emotions: z.array(
				Emotion.pick({ id: true, emoji: true, keywords: true, categoryId: true, keywordsI18n: true }),
			),
		})
		.openapi("EmotionCategoryWithEmotions"),
);

export const NewCategory = z
	.object({
		icon: wordsOf(64).openapi({ example: "☀️" }),
		name: wordsOf(100).openapi({ example: "Joy" }),
		order: z.number().int().min(0).max(1_000_000_000).openapi({ description: "Categories are listed by it" }),
		lang,
	})
	.openapi("NewEmotionCategory");

export const CategoryChanges = NewCategory.partial().openapi("EmotionCategoryChanges");

const Provenance = z
	.enum(["human", "lexicon", "machine", "none"])
	.openapi({ description: "Who translated it; `none` waits for a later run" });

export const KeywordTranslations = z
	.object({
		lang: Language.openapi({ description: "Language the keywords were written in" }),
		translations: inEveryLanguage(z.array(z.object({ keyword: z.string(), provenance: Provenance }))),
	})
	.openapi("KeywordTranslations");

export const KeywordCorrections = z
	.object({ uk: keywords.optional(), en: keywords.optional(), es: keywords.optional() })
	.refine((lists) => Object.keys(lists).length > 0, "name at least one of uk, en and es")
	.openapi("KeywordCorrections");

export const NameCorrections = z
	.object({ uk: wordsOf(100).optional(), en: wordsOf(100).optional(), es: wordsOf(100).optional() })
	.refine((list) => Object.keys(list).length > 0, "name at least one of uk, en and es")
	.openapi("NameCorrections");

export const SuggestBody = z
	.object({
		text: textOf(20_000).openapi({ example: "I was so happy that I cried" }),
		lang: lang.openapi({ description: "Language of the text; detected when left out" }),
	})
	.openapi("SuggestBody");

export const Suggestions = z.array(
	Emotion.extend({
		score: z.number().openapi({ description: "0 … 1", example: 0.5 }),
		matches: z.array(
			z.object({
				word: z.string().openapi({ description: "As it stands in the text", example: "happy" }),
				keyword: z.string().openapi({ example: "happy" }),
				start: z.number().int().openapi({ description: "In UTF-16 code units", example: 9 }),
				end: z.number().int().openapi({ example: 14 }),
			}),
		),
	}).openapi("SuggestedEmotion"),
);

const VocabularyError = z
	.object({
		error: z.string().openapi({ example: "Bad Request" }),
		message: z.string().optional().openapi({ description: "What to do about it" }),
		field: z.string().optional().openapi({ example: "keywords" }),
	})
	.catchall(z.unknown())
	.openapi("VocabularyError");

/** A refusal of contract C. */
export const refusal = (description: string) => ({
	description,
	content: { "application/json": { schema: VocabularyError } },
});
