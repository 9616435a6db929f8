import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { KeySettings } from "../key-settings.ts";
import { PLANS } from "../plans.ts";

/** A customer of the session-mood API. */
export const accounts = sqliteTable("accounts", {
	id: text("id").primaryKey(),
	customerName: text("customer_name").notNull(),
	email: text("email"),
	plan: text("plan", { enum: PLANS }).notNull(),
	createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
});

/** The key itself is never stored: `digest` is its SHA-256 in hex and `hint` its first characters. */
export const apiKeys = sqliteTable(
	"api_keys",
	{
		id: text("id").primaryKey(),
		accountId: text("account_id")
			.notNull()
			.references(() => accounts.id),
		digest: text("digest").notNull().unique(),
		hint: text("hint").notNull(),
		label: text("label"),
		/** Null for a secret key. */
		allowedOrigins: text("allowed_origins", { mode: "json" }).$type<string[]>(),
		/** Those that were changed. */
		settings: text("settings", { mode: "json" }).$type<Partial<KeySettings>>(),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		revokedAt: integer("revoked_at", { mode: "timestamp_ms" }),
		/** From then on it no longer works; null for a key without an end. */
		expiresAt: integer("expires_at", { mode: "timestamp_ms" }),
	},
	(table) => [index("api_keys_by_account").on(table.accountId, table.createdAt)],
);
