import { and, eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { onFreshRow } from "../../db/optimistic-retry.ts";
import { invalidField } from "../../errors.ts";
import { eachOf, type InSome, type Lang } from "../languages.ts";
import { emotionCategories } from "../tables.ts";
import { machineOf } from "../translation/machine-of.ts";
import { requireLanguage } from "../translation/require-language.ts";
import { correct, retranslate, retryState } from "../translation/revise.ts";
import { type Category, type CategoryRow, nameColumns, nameTranslations, toCategory } from "./category.ts";
import { findCategoryRow } from "./find-category.ts";

export interface CategoryChanges {
	icon?: string | undefined;
	name?: string | undefined;
	order?: number | undefined;
	lang?: Lang | undefined;
}

type Columns = Partial<typeof emotionCategories.$inferInsert>;

/** Writes columns on the revision they were decided on; undefined when that is no longer the newest. */
export async function writeCategory(
	context: Context,
	row: CategoryRow,
	columns: Columns,
): Promise<Category | undefined> {
	const written = await context.db
		.update(emotionCategories)
		.set({ ...columns, revision: row.revision + 1 })
		.where(and(eq(emotionCategories.id, row.id), eq(emotionCategories.revision, row.revision)))
		.returning()
		.get();
	return written && toCategory(written);
}

async function renamed(context: Context, row: CategoryRow, changes: CategoryChanges): Promise<Columns> {
	const name = changes.name ?? row.name;
	if (name === row.name && (changes.lang ?? row.lang) === row.lang) return {};
	const lang =
		name === row.name && changes.lang ? changes.lang : await requireLanguage([name], changes.lang, "name");
	const before = { ...nameTranslations(row), lang: row.lang };
	const translations = await retranslate([name], lang, before, machineOf(context));
	return { name, lang, ...nameColumns(translations), ...retryState(translations, context.now()) };
}

/** Changes what is given; a changed name is translated again. */
export const updateCategory = (context: Context, id: string, changes: CategoryChanges): Promise<Category> =>
	onFreshRow(async () => {
		const row = await findCategoryRow(context, id);
		const { icon = row.icon, order = row.order } = changes;
		const columns = {
			icon,
			order,
			...(await renamed(context, row, changes)),
			updatedAt: new Date(context.now()),
		};
		return writeCategory(context, row, columns);
	});

/** Puts a person's translations of a category's name in place; no machine ever overwrites them. */
export const correctCategoryName = (context: Context, id: string, names: InSome<string>): Promise<Category> =>
	onFreshRow(async () => {
		const row = await findCategoryRow(context, id);
		if (names[row.lang] !== undefined) {
			throw invalidField(row.lang, "This is the name itself: change `name` of the category.");
		}
		const lists = eachOf((lang) => (names[lang] === undefined ? undefined : [names[lang]]));
		const translations = correct(nameTranslations(row), lists);
		const now = context.now();
		return writeCategory(context, row, {
			...nameColumns(translations),
			...retryState(translations, now),
			updatedAt: new Date(now),
		});
	});
