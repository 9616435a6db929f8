import { eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { Fault } from "../../errors.ts";
import { emotionCategories } from "../tables.ts";
import { type Category, type CategoryRow, toCategory } from "./category.ts";

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
