import { and, eq, inArray, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { type Fault, invalidField } from "../../errors.ts";
import { dialogBlocks, dialogs, emotionCategories, emotions } from "../tables.ts";
import { requireLanguage } from "../translation/detect-language.ts";
import { retryState } from "../translation/revise.ts";
import { translateWords } from "../translation/translate.ts";
import { machineOf } from "../translation/translate-by-machine.ts";
import type { Emotion, NewEmotion } from "./contract.ts";
import { affectColumns, type EmotionRow, keywordColumns, noSuchEmotion, toEmotion } from "./read-emotions.ts";

export const unknownCategory = (): Fault =>
	invalidField("categoryId", "There is no emotion category with this id.");

/** A fault on `categoryId` unless there is such a category. */
export async function requireCategory({ db }: Context, id: string): Promise<void> {
	const { id: column } = emotionCategories;
	const row = await db.select({ id: column }).from(emotionCategories).where(eq(column, id)).get();
	if (!row) throw unknownCategory();
}

/** The category went away between looking and writing: SQLite says so by its foreign key. */
export async function unlessCategoryIsGone<T>(write: Promise<T>): Promise<T> {
	try {
		return await write;
	} catch (error) {
		if (/FOREIGN KEY/.test(`${error} ${(error as Error).cause ?? ""}`)) throw unknownCategory();
		throw error;
	}
}

export type EmotionColumns = Partial<typeof emotions.$inferInsert>;

/** Writes columns on the revision they were decided on; undefined when that is no longer the newest. */
export async function writeEmotion(
	{ db }: Context,
	row: EmotionRow,
	columns: EmotionColumns,
): Promise<EmotionRow | undefined> {
	const update = db
		.update(emotions)
		.set({ ...columns, revision: row.revision + 1 })
		.where(and(eq(emotions.id, row.id), eq(emotions.revision, row.revision)))
		.returning();
	return unlessCategoryIsGone(update.get());
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

/** Removes an emotion. Blocks tagged with it lose the tag, and their dialogs get a new revision. */
export async function deleteEmotion({ db }: Context, id: string): Promise<void> {
	const tagged = db
		.select({ id: dialogBlocks.dialogId })
		.from(dialogBlocks)
		.where(eq(dialogBlocks.emotionId, id));
	const [, removed] = await db.batch([
		db
			.update(dialogs)
			.set({ revision: sql`${dialogs.revision} + 1` })
			.where(inArray(dialogs.id, tagged)),
		db.delete(emotions).where(eq(emotions.id, id)).returning({ id: emotions.id }),
	]);
	if (removed.length === 0) throw noSuchEmotion();
}
