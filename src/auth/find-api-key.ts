import { and, eq, isNull } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import type { ApiKeyActor } from "../actor.ts";
import type { Context } from "../context.ts";
import { digestOf, isWellFormedKey } from "./key-format.ts";
import { accounts, apiKeys } from "./tables.ts";

/** A revoked key stops within this time in every isolate. */
const CACHE_MS = 60_000;
const known = new LRUCache<string, { actor: ApiKeyActor; expiresAt: number }>({ max: 10_000 });

/** Who holds this key; undefined when nobody does. Asks D1 at most once a minute, key and isolate. */
export async function findApiKey(context: Context, key: string): Promise<ApiKeyActor | undefined> {
	if (!isWellFormedKey(key)) return undefined;
	const digest = await digestOf(key);
	const cached = known.get(digest);
	if (cached && cached.expiresAt > context.now()) return cached.actor;
	const actor = await readApiKey(context, digest);
	if (actor) known.set(digest, { actor, expiresAt: context.now() + CACHE_MS });
	else known.delete(digest);
	return actor;
}

async function readApiKey({ db }: Context, digest: string): Promise<ApiKeyActor | undefined> {
	const row = await db
		.select({ accountId: accounts.id, plan: accounts.plan, allowedOrigins: apiKeys.allowedOrigins })
		.from(apiKeys)
		.innerJoin(accounts, eq(accounts.id, apiKeys.accountId))
		.where(and(eq(apiKeys.digest, digest), isNull(apiKeys.revokedAt)))
		.get();
	return row && { kind: "apiKey", ...row };
}
