import { asc, eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { Fault } from "../../errors.ts";
import { eachOf } from "../languages.ts";
import { emotionCategories, emotions } from "../tables.ts";
import type { Translations } from "../translation/translate.ts";
import type { Category, CategoryWithEmotions } from "./contract.ts";

export type CategoryRow = typeof emotionCategories.$inferSelect;

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

export const noSuchCategory = (): Fault =>
	new Fault({ code: "not_found", message: "There is no emotion category with this id." });

export async function findCategoryRow({ db }: Context, id: string): Promise<CategoryRow> {
	const row = await db.select().from(emotionCategories).where(eq(emotionCategories.id, id)).get();
	if (!row) throw noSuchCategory();
	return row;
}

/** One category; not found when there is none with this id. */
export const findCategory = async (context: Context, id: string): Promise<Category> =>
	toCategory(await findCategoryRow(context, id));

/** All categories by their order, then by name. */
export async function listCategories({ db }: Context): Promise<Category[]> {
	const { order, name, id } = emotionCategories;
	const rows = await db.select().from(emotionCategories).orderBy(asc(order), asc(name), asc(id));
	return rows.map(toCategory);
}

/** Every category with its emotions, also those that have none: what a picker shows. */
export async function listCategoriesWithEmotions(context: Context): Promise<CategoryWithEmotions[]> {
	const { id, emoji, keywords, categoryId, keywordsI18n } = emotions;
	const [categories, rows] = await Promise.all([
		listCategories(context),
		context.db
			.select({ id, emoji, keywords, categoryId, keywordsI18n })
			.from(emotions)
			.orderBy(asc(emotions.createdAt), asc(id)),
	]);
	const byCategory = Map.groupBy(rows, (row) => row.categoryId);
	return categories.map(({ createdAt: _, updatedAt: __, ...category }) => ({
		...category,
		emotions: byCategory.get(category.id) ?? [],
	}));
}
