import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { accounts } from "../../auth/tables.ts";
import type { EventType } from "./event-types.ts";

/** Where an account wants to be told what happens. */
export const webhooks = sqliteTable(
	"webhooks",
	{
		id: text("id").primaryKey(),
		accountId: text("account_id")
			.notNull()
			.references(() => accounts.id, { onDelete: "cascade" }),
		url: text("url").notNull(),
		types: text("types", { mode: "json" }).$type<EventType[]>().notNull(),
		/** Null: all. */
		moods: text("moods", { mode: "json" }).$type<string[]>(),
		model: text("model").notNull(),
		description: text("description"),
		/** The key that messages are signed with: it cannot be a digest. */
		secret: text("secret").notNull(),
		active: integer("active", { mode: "boolean" }).notNull(),
		/** Why it was switched off by itself; null if it was not. */
		disabledReason: text("disabled_reason"),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
	},
	(table) => [index("webhooks_by_account").on(table.accountId, table.createdAt)],
);

export type WebhookRow = typeof webhooks.$inferSelect;
