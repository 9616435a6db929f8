import { getTableConfig, type SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Database } from "./client.ts";

export type Table = SQLiteTable;

export type DatabaseState = "ready" | "silent" | "outdated";

/** D1's error message for a missing table or column. */
const MISSING = /no such (table|column)/i;

/**
 * Checks that D1 responds within `timeoutMs` and has every column of these tables: `outdated` if one is missing because
 * migrations were not applied, `silent` if there was no response.
 */
export async function probe(
	db: Database,
	tables: readonly Table[],
	timeoutMs: number,
): Promise<DatabaseState> {
	const { promise: timeout, resolve } = Promise.withResolvers<DatabaseState>();
	const timer = setTimeout(resolve, timeoutMs, "silent");
	try {
		return await Promise.race([stateOf(db, tables), timeout]);
	} finally {
		clearTimeout(timer);
	}
}

async function stateOf({ $client }: Database, tables: readonly Table[]): Promise<DatabaseState> {
	try {
		await $client.batch(tables.map((table) => $client.prepare(selectAllColumns(table))));
		return "ready";
	} catch (error) {
		return MISSING.test(String(error)) ? "outdated" : "silent";
	}
}

/** Qualifies each column with its table: SQLite reads an unknown quoted name as a string literal. */
function selectAllColumns(table: Table): string {
	const { name, columns } = getTableConfig(table);
	return `SELECT ${columns.map((column) => `"${name}"."${column.name}"`).join(", ")} FROM "${name}" LIMIT 0`;
}
