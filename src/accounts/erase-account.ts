import { eq } from "drizzle-orm";
import type { ApiKeyActor } from "../actor.ts";
import { forgetKeys } from "../auth/find-api-key.ts";
import { accounts, apiKeys } from "../auth/tables.ts";
import type { Context } from "../context.ts";

/**
 * Erases an account. Its object is told first and goes on by itself, session after session, whatever happens here; then
 * the keys and the account's own row go in one transaction. Asking again after a failure does no harm.
 */
export async function eraseAccount(context: Context, { accountId }: ApiKeyActor): Promise<void> {
	const { db, accounts: objects } = context;
	await objects.getByName(accountId).erase(accountId);
	const own = eq(apiKeys.accountId, accountId);
	await db.batch([
		// Overwritten first: SQLite leaves the bytes of a deleted row where they were.
		db.update(apiKeys).set({ digest: apiKeys.id, hint: "", label: null, allowedOrigins: null }).where(own),
		db.update(accounts).set({ customerName: "", email: null }).where(eq(accounts.id, accountId)),
		db.delete(apiKeys).where(own),
		db.delete(accounts).where(eq(accounts.id, accountId)),
	]);
	forgetKeys(accountId);
}
