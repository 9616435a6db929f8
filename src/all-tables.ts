import { is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import * as authTables from "./auth/tables.ts";
import * as journalTables from "./journal/tables.ts";
import * as interventionTables from "./session-mood/interventions/tables.ts";
import * as webhookTables from "./session-mood/webhooks/tables.ts";
import * as vocabularyTables from "./vocabulary/tables.ts";

/** Every D1 table, of all capabilities. */
export const ALL_TABLES: readonly SQLiteTable[] = [
	authTables,
	interventionTables,
	webhookTables,
	journalTables,
	vocabularyTables,
]
	.flatMap((tables) => Object.values<unknown>(tables))
	.filter((value): value is SQLiteTable => is(value, SQLiteTable));
