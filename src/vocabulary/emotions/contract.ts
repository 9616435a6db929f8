import { z } from "@hono/zod-openapi";
import { Id, inEveryLanguage, Language, lang, Timestamp, textOf, wordsOf } from "../contract.ts";

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

export type Emotion = z.infer<typeof Emotion>;

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

export type NewEmotion = z.infer<typeof NewEmotion>;

export const EmotionChanges = NewEmotion.partial().openapi("EmotionChanges");

const Provenance = z
	.enum(["human", "lexicon", "machine", "none"])
	.openapi({ description: "Who translated it; `none` waits for a later run" });

export const KeywordTranslations = z
	.object({
		lang: Language.openapi({ description: "Language the keywords were written in" }),
		translations: inEveryLanguage(z.array(z.object({ keyword: z.string(), provenance: Provenance }))),
	})
	.openapi("KeywordTranslations");

/** Every keyword in every language with who put it there. */
export type KeywordTranslations = z.infer<typeof KeywordTranslations>;

export const KeywordCorrections = z
	.object({ uk: keywords.optional(), en: keywords.optional(), es: keywords.optional() })
	.refine((lists) => Object.keys(lists).length > 0, "name at least one of uk, en and es")
	.openapi("KeywordCorrections");

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
				weight: z.number().openapi({
					description: "What the word adds: 1 a word of the keyword as written, 0.8 inflected",
					example: 1,
				}),
			}),
		),
	}).openapi("SuggestedEmotion"),
);

export type SuggestedEmotion = z.infer<typeof Suggestions>[number];
