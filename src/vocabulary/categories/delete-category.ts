import { and, eq, notExists } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { Fault } from "../../errors.ts";
import { emotionCategories, emotions } from "../tables.ts";
import { findCategoryRow } from "./find-category.ts";

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
