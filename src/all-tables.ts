import { is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import * as authTables from "./auth/tables.ts";
import * as journalTables from "./journal/tables.ts";
import * as vocabularyTables from "./vocabulary/tables.ts";

/** Every table of D1, whatever capability it belongs to. */
export const ALL_TABLES: readonly SQLiteTable[] = [authTables, journalTables, vocabularyTables]
	.flatMap((tables) => Object.values<unknown>(tables))
	.filter((value): value is SQLiteTable => is(value, SQLiteTable));
