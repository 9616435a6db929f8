import { eachOf, type Translated } from "../languages.ts";
import type { emotionCategories } from "../tables.ts";
import type { Translations } from "../translation/translate.ts";

export type CategoryRow = typeof emotionCategories.$inferSelect;

export interface Category {
	id: string;
	icon: string;
	name: string;
	order: number;
	createdAt: string;
	updatedAt: string;
	nameI18n: Translated<string>;
}

export const toCategory = ({
	id,
	icon,
	name,
	order,
	createdAt,
	updatedAt,
	nameI18n,
}: CategoryRow): Category => ({
	id,
	icon,
	name,
	order,
	createdAt: createdAt.toISOString(),
	updatedAt: updatedAt.toISOString(),
	nameI18n,
});

/** A name is translated as a list of one word. */
export const nameTranslations = ({
	nameI18n,
	provenance,
}: Pick<CategoryRow, "nameI18n" | "provenance">): Translations => ({
	words: eachOf((lang) => [nameI18n[lang]]),
	provenance: eachOf((lang) => [provenance[lang]]),
});

/** The columns that hold a name's translations. */
export const nameColumns = ({ words, provenance }: Translations) => ({
	nameI18n: eachOf((lang) => words[lang][0] ?? ""),
	provenance: eachOf((lang) => provenance[lang][0] ?? ("none" as const)),
});
