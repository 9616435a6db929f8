import { and, count, desc, eq, isNotNull, isNull } from "drizzle-orm";
import type { ApiKeyActor } from "../actor.ts";
import { digestOf, generateKey, hintOf } from "../auth/find-api-key.ts";
import { accounts, apiKeys } from "../auth/tables.ts";
import type { Context } from "../context.ts";
import { Fault } from "../errors.ts";
import type { Plan } from "../plans.ts";
import type { ApiKeySummary } from "./contract.ts";

export const summarise = (row: typeof apiKeys.$inferSelect): ApiKeySummary => ({
	id: row.id,
	kind: row.allowedOrigins ? "publishable" : "secret",
	hint: row.hint,
	label: row.label,
	allowed_origins: row.allowedOrigins,
	created_at: row.createdAt.toISOString(),
});

/** The account's active keys, newest first. */
export async function listApiKeys({ db }: Context, { accountId }: ApiKeyActor): Promise<ApiKeySummary[]> {
	const rows = await db
		.select()
		.from(apiKeys)
		.where(and(eq(apiKeys.accountId, accountId), isNull(apiKeys.revokedAt)))
		.orderBy(desc(apiKeys.createdAt));
	return rows.map(summarise);
}

/** Limits the key list, and stops a leaked secret key from filling the table. */
const MAX_PUBLISHABLE_KEYS = 100;

/** Creates a key for web pages of the given origins. Throws `conflict` beyond 100 active ones. */
export async function createPublishableKey(
	context: Context,
	{ accountId }: ApiKeyActor,
	{ allowedOrigins, label }: { allowedOrigins: string[]; label: string | null },
): Promise<ApiKeySummary & { key: string }> {
	const { db, now, newId } = context;
	const active = and(
		eq(apiKeys.accountId, accountId),
		isNotNull(apiKeys.allowedOrigins),
		isNull(apiKeys.revokedAt),
	);
	const [existing] = await db.select({ keys: count() }).from(apiKeys).where(active);
	if ((existing?.keys ?? 0) >= MAX_PUBLISHABLE_KEYS) {
		throw new Fault({
			code: "conflict",
			message: `An account has at most ${MAX_PUBLISHABLE_KEYS} publishable keys. Revoke one.`,
		});
	}
	const key = generateKey("publishable");
	const [row] = await db
		.insert(apiKeys)
		.values({
			id: newId(),
			accountId,
			digest: await digestOf(key),
			hint: hintOf(key),
			label,
			allowedOrigins,
			createdAt: new Date(now()),
		})
		.returning();
	if (!row) throw new Error("an insert returns its row");
	return { ...summarise(row), key };
}

/** Revokes a key, everywhere within a minute. Throws `not_found` for unknown ids and for those of other accounts. */
export async function revokeApiKey(context: Context, { accountId }: ApiKeyActor, id: string): Promise<void> {
	const revoked = await context.db
		.update(apiKeys)
		.set({ revokedAt: new Date(context.now()) })
		.where(and(eq(apiKeys.id, id), eq(apiKeys.accountId, accountId), isNull(apiKeys.revokedAt)))
		.returning({ id: apiKeys.id });
	if (revoked.length === 0) throw new Fault({ code: "not_found", message: "Key not found" });
}

export interface NewAccount {
	customerName: string;
	email: string | null;
	plan: Plan;
}

/** Opens an account and returns its secret key, which cannot be shown again. */
export async function generateAccountKey(context: Context, account: NewAccount): Promise<string> {
	const { db, now, newId } = context;
	const key = generateKey("secret");
	const accountId = newId();
	const createdAt = new Date(now());
	await db.batch([
		db.insert(accounts).values({ id: accountId, ...account, createdAt }),
		db
			.insert(apiKeys)
			.values({ id: newId(), accountId, digest: await digestOf(key), hint: hintOf(key), createdAt }),
	]);
	return key;
}
