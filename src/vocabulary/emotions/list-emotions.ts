import { asc, eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { emotions } from "../tables.ts";
import { type Emotion, toEmotion } from "./emotion.ts";

/** All emotions, or those of one category, oldest first. */
export async function listEmotions({ db }: Context, categoryId?: string): Promise<Emotion[]> {
	const rows = await db
		.select()
		.from(emotions)
		.where(categoryId === undefined ? undefined : eq(emotions.categoryId, categoryId))
		.orderBy(asc(emotions.createdAt), asc(emotions.id));
	return rows.map(toEmotion);
}
