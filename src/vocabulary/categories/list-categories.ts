import { asc } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { emotionCategories } from "../tables.ts";
import { type Category, toCategory } from "./category.ts";

/** All categories by their order, then by name. */
export async function listCategories({ db }: Context): Promise<Category[]> {
	const { order, name, id } = emotionCategories;
	const rows = await db.select().from(emotionCategories).orderBy(asc(order), asc(name), asc(id));
	return rows.map(toCategory);
}
