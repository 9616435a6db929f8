import type { Context } from "../../context.ts";
import type { Lang } from "../languages.ts";
import { emotionCategories } from "../tables.ts";
import { machineOf } from "../translation/machine-of.ts";
import { requireLanguage } from "../translation/require-language.ts";
import { retryState } from "../translation/revise.ts";
import { translateWords } from "../translation/translate.ts";
import { type Category, nameColumns, toCategory } from "./category.ts";

export interface NewCategory {
	icon: string;
	name: string;
	order: number;
	lang?: Lang | undefined;
}

/** Stores a category with its name in all three languages. An outage of translation does not fail it. */
export async function createCategory(
	context: Context,
	{ icon, name, order, lang: named }: NewCategory,
): Promise<Category> {
	const lang = await requireLanguage([name], named, "name");
	const translations = await translateWords([name], lang, machineOf(context));
	const now = context.now();
	const row = await context.db
		.insert(emotionCategories)
		.values({
			id: context.newId(),
			icon,
			name,
			order,
			lang,
			...nameColumns(translations),
			...retryState(translations, now),
			createdAt: new Date(now),
			updatedAt: new Date(now),
		})
		.returning()
		.get();
	return toCategory(row);
}
