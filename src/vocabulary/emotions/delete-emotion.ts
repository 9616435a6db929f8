import { eq, inArray, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { dialogBlocks, dialogs, emotions } from "../tables.ts";
import { noSuchEmotion } from "./find-emotion.ts";

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
