import { eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { Fault } from "../../errors.ts";
import { emotions } from "../tables.ts";
import { type Emotion, type EmotionRow, toEmotion } from "./emotion.ts";

export const noSuchEmotion = (): Fault =>
	new Fault({ code: "not_found", message: "There is no emotion with this id." });

export async function findEmotionRow({ db }: Context, id: string): Promise<EmotionRow> {
	const row = await db.select().from(emotions).where(eq(emotions.id, id)).get();
	if (!row) throw noSuchEmotion();
	return row;
}

/** One emotion; not found when there is none with this id. */
export const findEmotion = async (context: Context, id: string): Promise<Emotion> =>
	toEmotion(await findEmotionRow(context, id));
