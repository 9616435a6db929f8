import type { SQL } from "drizzle-orm";
import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";
import type { Database } from "./client.ts";

/** A raw SQL statement, or one from drizzle's query builder. */
export type Statement = SQL | { toSQL(): { sql: string; params: unknown[] } };

const dialect = new SQLiteAsyncDialect();

/**
 * Runs statements in one transaction and returns how many rows each changed. Drizzle's own batch does not support raw
 * SQL with parameters.
 */
export async function runBatch({ $client }: Database, statements: readonly Statement[]): Promise<number[]> {
	const prepared = statements.map((statement) => {
		const { sql, params } = "toSQL" in statement ? statement.toSQL() : dialect.sqlToQuery(statement);
		return $client.prepare(sql).bind(...params);
	});
	const results = await $client.batch(prepared);
	return results.map(({ meta }) => meta.changes);
}

/**
 * Raw SQL for use in `db.batch`, typed by the rows it returns. (`db.run` and `db.all` with parameters fail there:
 * drizzle prepares only statements from its query builder.)
 */
export function statement<Row = never>(db: Database, text: SQL) {
	const raw = db.all<Row>(text);
	return Object.assign(raw, { stmt: db.$client.prepare(raw.getQuery().sql) });
}
