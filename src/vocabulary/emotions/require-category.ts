import { eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { type Fault, invalidField } from "../../errors.ts";
import { emotionCategories } from "../tables.ts";

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
