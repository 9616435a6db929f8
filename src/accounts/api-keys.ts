import { and, count, desc, eq, exists, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { ApiKeyActor } from "../actor.ts";
import { digestOf, forgetKeys, generateKey, hintOf, isActive } from "../auth/find-api-key.ts";
import { accounts, apiKeys } from "../auth/tables.ts";
import type { Context } from "../context.ts";
import { Fault } from "../errors.ts";
import { type KeySettings, settingsOf } from "../key-settings.ts";
import type { Plan } from "../plans.ts";
import type { ApiKeySummary, RotatedKey } from "./contract.ts";

const summarise = (row: typeof apiKeys.$inferSelect): ApiKeySummary => ({
	id: row.id,
	kind: row.allowedOrigins ? "publishable" : "secret",
	hint: row.hint,
	label: row.label,
	allowed_origins: row.allowedOrigins,
	settings: settingsOf(row.settings),
	created_at: row.createdAt.toISOString(),
	expires_at: row.expiresAt?.toISOString() ?? null,
});

/** The account's active keys, newest first. */
export async function listApiKeys(
	{ db, now }: Context,
	{ accountId }: ApiKeyActor,
): Promise<ApiKeySummary[]> {
	const rows = await db
		.select()
		.from(apiKeys)
		.where(and(eq(apiKeys.accountId, accountId), isActive(now())))
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
	const active = and(eq(apiKeys.accountId, accountId), isNotNull(apiKeys.allowedOrigins), isActive(now()));
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

export interface KeyChange {
	/** Null removes it; undefined leaves it. */
	label?: string | null | undefined;
	allowedOrigins?: string[] | undefined;
	settings?: { [Name in keyof KeySettings]?: KeySettings[Name] | undefined } | undefined;
}

/**
 * Changes a key, everywhere within a minute. Throws `not_found` as `revokeApiKey` does, `invalid_request` for origins
 * of a secret key.
 */
export async function changeApiKey(
	context: Context,
	{ accountId }: ApiKeyActor,
	id: string,
	{ label, allowedOrigins, settings }: KeyChange,
): Promise<ApiKeySummary> {
	const { db, now } = context;
	const own = and(eq(apiKeys.id, id), eq(apiKeys.accountId, accountId), isActive(now()));
	const known = await db.select().from(apiKeys).where(own).get();
	if (!known) throw new Fault({ code: "not_found", message: "Key not found" });
	if (allowedOrigins && !known.allowedOrigins)
		throw new Fault({ code: "invalid_request", message: "A secret key has no allowed_origins." });
	const changes = {
		...(label !== undefined && { label }),
		...(allowedOrigins && { allowedOrigins }),
		// Merged in the database, so that of two changes at once neither is lost.
		...(settings && {
			settings: sql`json_patch(coalesce(${apiKeys.settings}, '{}'), ${JSON.stringify(settings)})`,
		}),
	};
	if (Object.keys(changes).length === 0) return summarise(known);
	const [row] = await db.update(apiKeys).set(changes).where(own).returning();
	if (!row) throw new Fault({ code: "not_found", message: "Key not found" });
	forgetKeys(accountId);
	return summarise(row);
}

/**
 * Revokes a key, everywhere within a minute. Throws `not_found` for unknown ids and for those of other accounts,
 * `conflict` for the last secret key, without which nobody could access the account any more.
 */
export async function revokeApiKey(context: Context, { accountId }: ApiKeyActor, id: string): Promise<void> {
	const { db, now } = context;
	const own = and(eq(apiKeys.id, id), eq(apiKeys.accountId, accountId), isActive(now()));
	const other = alias(apiKeys, "other");
	const otherSecretKey = db
		.select({ id: other.id })
		.from(other)
		.where(
			and(
				eq(other.accountId, accountId),
				ne(other.id, id),
				isNull(other.allowedOrigins),
				isNull(other.revokedAt),
				isNull(other.expiresAt),
			),
		);
	const [existing, revoked] = await db.batch([
		db.select({ id: apiKeys.id }).from(apiKeys).where(own),
		db
			.update(apiKeys)
			.set({ revokedAt: new Date(now()) })
			.where(and(own, or(isNotNull(apiKeys.allowedOrigins), exists(otherSecretKey))))
			.returning({ id: apiKeys.id }),
	]);
	if (existing.length === 0) throw new Fault({ code: "not_found", message: "Key not found" });
	if (revoked.length === 0) throw new Fault({ code: "conflict", message: LAST_SECRET_KEY });
	forgetKeys(accountId);
}

const LAST_SECRET_KEY =
	"This is the account's last secret key. Replace it with POST /v1/keys/rotate, or erase the account with DELETE /v1/account.";

const HOUR_MS = 3_600_000;

/**
 * Gives the account a new secret key. Its other secret keys expire after `overlapHours`, or earlier if they were to
 * expire anyway, so that servers can switch to the new key without a gap.
 */
export async function rotateSecretKey(
	context: Context,
	{ accountId }: ApiKeyActor,
	{ overlapHours }: { overlapHours: number },
): Promise<RotatedKey> {
	const { db, now, newId } = context;
	const key = generateKey("secret");
	const id = newId();
	const createdAt = new Date(now());
	const end = new Date(now() + overlapHours * HOUR_MS);
	const others = and(
		eq(apiKeys.accountId, accountId),
		isNull(apiKeys.allowedOrigins),
		ne(apiKeys.id, id),
		isActive(now()),
	);
	const [rows, previous] = await db.batch([
		db
			.insert(apiKeys)
			.values({ id, accountId, digest: await digestOf(key), hint: hintOf(key), createdAt })
			.returning(),
		db
			.update(apiKeys)
			.set({ expiresAt: sql`min(coalesce(${apiKeys.expiresAt}, ${end.getTime()}), ${end.getTime()})` })
			.where(others)
			.returning(),
	]);
	const [row] = rows;
	if (!row) throw new Error("an insert returns its row");
	forgetKeys(accountId);
	return { ...summarise(row), key, previous: previous.map(summarise) };
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
