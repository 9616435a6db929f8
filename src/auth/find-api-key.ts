import { and, eq, isNull } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import type { ApiKeyActor } from "../actor.ts";
import type { Context } from "../context.ts";
import { sha256 } from "../sha256.ts";
import { accounts, apiKeys } from "./tables.ts";

const SECRET = "sm_";
const PUBLISHABLE = "sm_pub_";
const KEY = /^sm_(pub_)?[0-9a-f]{48}$/;

/** A new key with 192 random bits. */
export function generateKey(kind: "secret" | "publishable"): string {
	const prefix = kind === "secret" ? SECRET : PUBLISHABLE;
	return prefix + crypto.getRandomValues(new Uint8Array(24)).toHex();
}

/** Whether this has the format of a key. Anything else is refused without a lookup. */
export const isWellFormedKey = (key: string): boolean => KEY.test(key);

export const isPublishable = (key: string): boolean => key.startsWith(PUBLISHABLE);

/** The only form in which a key is stored. With 192 random bits, a slow hash would add nothing. */
export const digestOf = (key: string): Promise<string> => sha256(key);

/** The start of a key, for display: enough to recognise it, too little to guess the rest. */
export const hintOf = (key: string): string => `${key.slice(0, key.lastIndexOf("_") + 5)}…`;

/** A revoked key stops working in every isolate within this time. */
const CACHE_MS = 60_000;
const known = new LRUCache<string, { actor: ApiKeyActor; expiresAt: number }>({ max: 10_000 });

/** The holder of an active key, or undefined. Queries D1 at most once per minute, key and isolate. */
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
