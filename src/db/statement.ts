import type { SQL } from "drizzle-orm";
import type { Database } from "./client.ts";

/**
 * SQL written by hand, as a part of `db.batch`, with the rows it answers with. (`db.run` and `db.all` with parameters
 * fail there: drizzle prepares only what its query builder made.)
 */
export function statement<Row = never>(db: Database, text: SQL) {
	const raw = db.all<Row>(text);
	return Object.assign(raw, { stmt: db.$client.prepare(raw.getQuery().sql) });
}
