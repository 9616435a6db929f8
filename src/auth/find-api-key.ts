import { and, eq, gt, isNull, or } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import type { ApiKeyActor } from "../actor.ts";
import type { Context } from "../context.ts";
import { settingsOf } from "../key-settings.ts";
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

/** A revoked key stops working in every isolate within a minute, including the last request it starts. */
const CACHE_MS = 55_000;
/** By the key itself, in this isolate's memory only: hashing it takes longer than all else a cached key needs. */
const known = new LRUCache<string, { actor: ApiKeyActor; expiresAt: number }>({ max: 10_000 });

/** Drops the account's keys from this isolate's cache, so that a revocation takes effect here at once. */
export function forgetKeys(accountId: string): void {
	for (const [key, { actor }] of known.entries()) if (actor.accountId === accountId) known.delete(key);
}

/** Matches keys that are valid at `now` (Unix milliseconds). */
export const isActive = (now: number) =>
	and(isNull(apiKeys.revokedAt), or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, new Date(now))));

/** The holder of an active key, or undefined. Queries D1 at most once per minute, key and isolate. */
export async function findApiKey(context: Context, key: string): Promise<ApiKeyActor | undefined> {
	if (!isWellFormedKey(key)) return undefined;
	const cached = known.get(key);
	if (cached && cached.expiresAt > context.now()) return cached.actor;
	const row = await readApiKey(context, await digestOf(key));
	if (!row) {
		known.delete(key);
		return undefined;
	}
	const { expiresAt, settings, ...holder } = row;
	const actor: ApiKeyActor = { kind: "apiKey", ...holder, settings: settingsOf(settings) };
	const end = expiresAt?.getTime() ?? Number.POSITIVE_INFINITY;
	known.set(key, { actor, expiresAt: Math.min(end, context.now() + CACHE_MS) });
	return actor;
}

/** Whether the key with this id works at the moment. */
export async function isKeyActive({ db, now }: Context, keyId: string): Promise<boolean> {
	const row = await db
		.select({ id: apiKeys.id })
		.from(apiKeys)
		.where(and(eq(apiKeys.id, keyId), isActive(now())))
		.get();
	return row !== undefined;
}

const readApiKey = ({ db, now }: Context, digest: string) =>
	db
		.select({
			keyId: apiKeys.id,
			accountId: accounts.id,
			plan: accounts.plan,
			allowedOrigins: apiKeys.allowedOrigins,
			settings: apiKeys.settings,
			expiresAt: apiKeys.expiresAt,
		})
		.from(apiKeys)
		.innerJoin(accounts, eq(accounts.id, apiKeys.accountId))
		.where(and(eq(apiKeys.digest, digest), isActive(now())))
		.get();
