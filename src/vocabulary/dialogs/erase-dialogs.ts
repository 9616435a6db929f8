import { eq, inArray } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { dialogs } from "../../db/schema/vocabulary.ts";

/** Dialogs a statement; each may have thousands of blocks, which go with it. */
const AT_ONCE = 20;

/** Erases some of a person's dialogs and says how many; 0 when there is none left. Repeating it does no harm. */
export async function eraseSomeDialogs({ db }: Context, userId: string): Promise<number> {
	const some = db.select({ id: dialogs.id }).from(dialogs).where(eq(dialogs.ownerId, userId)).limit(AT_ONCE);
	const erased = await db.delete(dialogs).where(inArray(dialogs.id, some)).returning({ id: dialogs.id });
	return erased.length;
}

/** All that the vocabulary knows of a person, as one step of erasing an account. */
export const dialogErasure = { name: "dialogs", eraseSome: eraseSomeDialogs };
