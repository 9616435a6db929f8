import { index, integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { accounts } from "../../auth/tables.ts";

/** What an account shows to its visitors, and when. */
export const interventions = sqliteTable(
	"interventions",
	{
		id: text("id").primaryKey(),
		accountId: text("account_id")
			.notNull()
			.references(() => accounts.id, { onDelete: "cascade" }),
		name: text("name").notNull(),
		model: text("model").notNull(),
		moods: text("moods", { mode: "json" }).$type<string[]>().notNull(),
		minConfidence: real("min_confidence").notNull(),
		forSeconds: integer("for_seconds").notNull(),
		/** Null: any. */
		signals: text("signals", { mode: "json" }).$type<string[]>(),
		action: text("action").notNull(),
		payload: text("payload", { mode: "json" }).$type<unknown>(),
		cooldownSeconds: integer("cooldown_seconds").notNull(),
		maxPerSession: integer("max_per_session").notNull(),
		/** The share of sessions that are held out. */
		holdout: real("holdout").notNull(),
		goal: text("goal"),
		active: integer("active", { mode: "boolean" }).notNull(),
		/** Counts changes of the holdout: what was counted before one says nothing of what comes after it. */
		round: integer("round").notNull(),
		/** Random and known to nobody outside, so that nobody can tell which sessions are held out. */
		salt: text("salt").notNull(),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
	},
	(table) => [index("interventions_by_account").on(table.accountId, table.createdAt)],
);

export type InterventionRow = typeof interventions.$inferSelect;
