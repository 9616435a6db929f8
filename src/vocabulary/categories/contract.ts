import { z } from "@hono/zod-openapi";
import { inEveryLanguage, lang, Timestamp, wordsOf } from "../contract.ts";
import { Emotion } from "../emotions/contract.ts";

const names = inEveryLanguage(z.string()).openapi({
	description: "The name in every language",
	example: { uk: "Радість", en: "Joy", es: "Alegría" },
});
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

export type Category = z.infer<typeof Category>;

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

export type CategoryWithEmotions = z.infer<typeof CategoriesWithEmotions>[number];

export const NewCategory = z
	.object({
		icon: wordsOf(64).openapi({ example: "☀️" }),
		name: wordsOf(100).openapi({ example: "Joy" }),
		order: z.number().int().min(0).max(1_000_000_000).openapi({ description: "Categories are listed by it" }),
		lang,
	})
	.openapi("NewEmotionCategory");

export type NewCategory = z.infer<typeof NewCategory>;

export const CategoryChanges = NewCategory.partial().openapi("EmotionCategoryChanges");

export type CategoryChanges = z.infer<typeof CategoryChanges>;

export const NameCorrections = z
	.object({ uk: wordsOf(100).optional(), en: wordsOf(100).optional(), es: wordsOf(100).optional() })
	.refine((list) => Object.keys(list).length > 0, "name at least one of uk, en and es")
	.openapi("NameCorrections");
