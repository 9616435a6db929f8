import { sql } from "drizzle-orm";
import type { Database } from "./client.ts";

/** Whether D1 answers a query within `timeoutMs`. */
export async function isAnswering(db: Database, timeoutMs: number): Promise<boolean> {
	const { promise: timeout, resolve } = Promise.withResolvers<false>();
	const timer = setTimeout(resolve, timeoutMs, false);
	const answer = db.run(sql`SELECT 1`).then(
		() => true,
		() => false,
	);
	try {
		return await Promise.race([answer, timeout]);
	} finally {
		clearTimeout(timer);
	}
}
