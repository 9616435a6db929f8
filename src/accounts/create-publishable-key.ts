import { and, count, eq, isNotNull, isNull } from "drizzle-orm";
import type { ApiKeyActor } from "../actor.ts";
import { digestOf, generateKey, hintOf } from "../auth/key-format.ts";
import { apiKeys } from "../auth/tables.ts";
import type { Context } from "../context.ts";
import { Fault } from "../errors.ts";
import { type ApiKeySummary, summaryOf } from "./list-api-keys.ts";

/** Keeps a list of keys readable, and a leaked secret key from filling the table. */
const MAX_ACTIVE = 100;

/** Makes a key for web pages of the given origins. Throws `conflict` beyond 100 active ones. */
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
	if ((existing?.keys ?? 0) >= MAX_ACTIVE) {
		throw new Fault({
			code: "conflict",
			message: `An account has at most ${MAX_ACTIVE} publishable keys. Revoke one.`,
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
	return { ...summaryOf(row), key };
}
