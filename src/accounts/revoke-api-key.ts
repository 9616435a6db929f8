import { and, eq, isNull } from "drizzle-orm";
import type { ApiKeyActor } from "../actor.ts";
import { apiKeys } from "../auth/tables.ts";
import type { Context } from "../context.ts";
import { Fault } from "../errors.ts";

/** Stops a key for good, within a minute everywhere. Throws `not_found` for another account's id as for an unknown one. */
export async function revokeApiKey(context: Context, { accountId }: ApiKeyActor, id: string): Promise<void> {
	const revoked = await context.db
		.update(apiKeys)
		.set({ revokedAt: new Date(context.now()) })
		.where(and(eq(apiKeys.id, id), eq(apiKeys.accountId, accountId), isNull(apiKeys.revokedAt)))
		.returning({ id: apiKeys.id });
	if (revoked.length === 0) throw new Fault({ code: "not_found", message: "Key not found" });
}
