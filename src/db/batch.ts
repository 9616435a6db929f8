import type { SQL } from "drizzle-orm";
import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";
import type { Database } from "./client.ts";

/** A statement written as SQL, or one that drizzle built. */
export type Statement = SQL | { toSQL(): { sql: string; params: unknown[] } };

const dialect = new SQLiteAsyncDialect();

/**
 * Runs statements as one transaction and says how many rows each changed. Drizzle's own batch cannot carry written SQL
 * that has parameters.
 */
export async function runTogether(
	{ $client }: Database,
	statements: readonly Statement[],
): Promise<number[]> {
	const prepared = statements.map((statement) => {
		const { sql, params } = "toSQL" in statement ? statement.toSQL() : dialect.sqlToQuery(statement);
		return $client.prepare(sql).bind(...params);
	});
	const results = await $client.batch(prepared);
	return results.map(({ meta }) => meta.changes);
}

/**
 * SQL written by hand, as a part of `db.batch`, with the rows it answers with. (`db.run` and `db.all` with parameters
 * fail there: drizzle prepares only what its query builder made.)
 */
export function statement<Row = never>(db: Database, text: SQL) {
	const raw = db.all<Row>(text);
	return Object.assign(raw, { stmt: db.$client.prepare(raw.getQuery().sql) });
}
