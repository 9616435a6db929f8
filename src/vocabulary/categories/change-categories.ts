import { and, eq, notExists } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { retryOrConflict } from "../../db/optimistic-retry.ts";
import { Fault, invalidField } from "../../errors.ts";
import { eachOf, type InSome } from "../languages.ts";
import { emotionCategories, emotions } from "../tables.ts";
import { requireLanguage } from "../translation/detect-language.ts";
import { correct, retranslate, retryState } from "../translation/revise.ts";
import { translateWords } from "../translation/translate.ts";
import { machineOf } from "../translation/translate-by-machine.ts";
import type { Category, CategoryChanges, NewCategory } from "./contract.ts";
import {
	type CategoryRow,
	findCategoryRow,
	nameColumns,
	nameTranslations,
	toCategory,
} from "./read-categories.ts";

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
	retryOrConflict(async () => {
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
	retryOrConflict(async () => {
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

/** Removes a category without emotions; a conflict, and nothing removed, while it has any. */
export async function deleteCategory(context: Context, id: string): Promise<void> {
	const { db } = context;
	const inIt = db.select({ id: emotions.id }).from(emotions).where(eq(emotions.categoryId, id));
	const removed = await db
		.delete(emotionCategories)
		.where(and(eq(emotionCategories.id, id), notExists(inIt)))
		.returning({ id: emotionCategories.id });
	if (removed.length > 0) return;
	await findCategoryRow(context, id);
	throw new Fault({
		code: "conflict",
		message: "This category still has emotions. Move or delete them first.",
	});
}
