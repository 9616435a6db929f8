import { getTableConfig, type SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Database } from "./client.ts";

export type Table = SQLiteTable;

export type DatabaseState = "ready" | "silent" | "outdated";

/** How D1 words a table or column that a statement names and the database lacks. */
const MISSING = /no such (table|column)/i;

/**
 * Whether D1 answers within `timeoutMs` and has every column of these tables: `outdated` when it lacks one, because
 * migrations have not been applied; `silent` when no answer came.
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
		await $client.batch(tables.map((table) => $client.prepare(everyColumnOf(table))));
		return "ready";
	} catch (error) {
		return MISSING.test(String(error)) ? "outdated" : "silent";
	}
}

/** Names each column with its table: SQLite takes a quoted name alone that it does not know for a text. */
function everyColumnOf(table: Table): string {
	const { name, columns } = getTableConfig(table);
	return `SELECT ${columns.map((column) => `"${name}"."${column.name}"`).join(", ")} FROM "${name}" LIMIT 0`;
}
