import { eq } from "drizzle-orm";
import type { ApiKeyActor } from "../actor.ts";
import { forgetKeys } from "../auth/find-api-key.ts";
import { accounts, apiKeys } from "../auth/tables.ts";
import type { Context } from "../context.ts";
import { callObject } from "../outages.ts";

/**
 * Erases an account. Its object starts first and erases the sessions by alarms, whatever happens here; then the keys and
 * the account's row are deleted in one transaction. Safe to repeat after a failure.
 */
export async function eraseAccount(context: Context, { accountId }: ApiKeyActor): Promise<void> {
	const { db, accounts: objects } = context;
	await callObject(objects.getByName(accountId).erase(accountId));
	await callObject(context.outboxes.getByName(accountId).erase());
	await db.batch([
		db.delete(apiKeys).where(eq(apiKeys.accountId, accountId)),
		db.delete(accounts).where(eq(accounts.id, accountId)),
	]);
	forgetKeys(accountId);
}
