import { and, asc, eq, isNull, lte, or } from "drizzle-orm";
import type { Context } from "../context.ts";
import { writeCategory } from "./categories/change-categories.ts";
import { nameColumns, nameTranslations } from "./categories/read-categories.ts";
import { keywordColumns, keywordTranslations } from "./emotions/read-emotions.ts";
import { writeEmotion } from "./emotions/write-emotion.ts";
import { emotionCategories, emotions } from "./tables.ts";
import { fillIn, retryState } from "./translation/revise.ts";
import { machineOf } from "./translation/translate-by-machine.ts";

const ROWS_A_RUN = 20;

/** Rows of a table that wait for translation and whose time has come, longest waiting first. */
const waiting = (table: typeof emotions | typeof emotionCategories, now: number) =>
	and(eq(table.untranslated, true), or(isNull(table.retryAt), lte(table.retryAt, new Date(now))));

async function fillEmotions(context: Context): Promise<void> {
	const now = context.now();
	const rows = await context.db
		.select()
		.from(emotions)
		.where(waiting(emotions, now))
		.orderBy(asc(emotions.retryAt))
		.limit(ROWS_A_RUN);
	for (const row of rows) {
		const filled = await fillIn(keywordTranslations(row), row.lang, machineOf(context));
		await writeEmotion(context, row, { ...keywordColumns(filled), ...retryState(filled, now) });
	}
}

async function fillCategories(context: Context): Promise<void> {
	const now = context.now();
	const rows = await context.db
		.select()
		.from(emotionCategories)
		.where(waiting(emotionCategories, now))
		.orderBy(asc(emotionCategories.retryAt))
		.limit(ROWS_A_RUN);
	for (const row of rows) {
		const filled = await fillIn(nameTranslations(row), row.lang, machineOf(context));
		await writeCategory(context, row, { ...nameColumns(filled), ...retryState(filled, now) });
	}
}

/**
 * Translates words that could not be translated when they were written; for `scheduled`. A row that somebody changes
 * meanwhile is left to the next run, and what people corrected is left alone.
 */
export async function fillTranslations(context: Context): Promise<void> {
	await fillEmotions(context);
	await fillCategories(context);
}
