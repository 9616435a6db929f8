import { eq, inArray } from "drizzle-orm";
import type { ErasureStep } from "../../erasure-step.ts";
import { dialogs } from "../tables.ts";

/** Dialogs a statement: each takes up to 5,000 blocks with it. */
const BATCH = 5;

/** A person's dialogs, with their blocks. */
export const dialogErasure: ErasureStep = {
	name: "dialogs",
	async eraseSome({ db }, userId) {
		const some = db.select({ id: dialogs.id }).from(dialogs).where(eq(dialogs.ownerId, userId)).limit(BATCH);
		const erased = await db.delete(dialogs).where(inArray(dialogs.id, some)).returning({ id: dialogs.id });
		return erased.length;
	},
};
