import { and, desc, eq, isNull } from "drizzle-orm";
import type { ApiKeyActor } from "../actor.ts";
import { apiKeys } from "../auth/tables.ts";
import type { Context } from "../context.ts";

/** A key as its owner may see it again: without the key and without its digest. */
export interface ApiKeySummary {
	id: string;
	kind: "secret" | "publishable";
	hint: string;
	label: string | null;
	allowed_origins: string[] | null;
	created_at: string;
}

export const summaryOf = (row: typeof apiKeys.$inferSelect): ApiKeySummary => ({
	id: row.id,
	kind: row.allowedOrigins ? "publishable" : "secret",
	hint: row.hint,
	label: row.label,
	allowed_origins: row.allowedOrigins,
	created_at: row.createdAt.toISOString(),
});

/** The account's keys that still work, newest first. */
export async function listApiKeys({ db }: Context, { accountId }: ApiKeyActor): Promise<ApiKeySummary[]> {
	const rows = await db
		.select()
		.from(apiKeys)
		.where(and(eq(apiKeys.accountId, accountId), isNull(apiKeys.revokedAt)))
		.orderBy(desc(apiKeys.createdAt));
	return rows.map(summaryOf);
}
