import { asc } from "drizzle-orm";
import type { Context } from "../../context.ts";
import type { Translated } from "../languages.ts";
import { emotions } from "../tables.ts";
import { listCategories } from "./list-categories.ts";

export interface CategoryWithEmotions {
	id: string;
	icon: string;
	name: string;
	order: number;
	nameI18n: Translated<string>;
	emotions: {
		id: string;
		emoji: string;
		keywords: string[];
		categoryId: string;
		keywordsI18n: Translated<string[]>;
	}[];
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
