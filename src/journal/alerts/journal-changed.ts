import { type SQL, sql } from "drizzle-orm";
import { statement } from "../../db/batch.ts";
import type { Database } from "../../db/client.ts";
import { userSettings } from "../tables.ts";

/** Marks, if `changed` holds, that alerts have to be decided anew. Goes into the batch that changes the entries. */
export const journalChanged = (db: Database, userId: string, changed: SQL = sql`true`) =>
	statement(
		db,
		sql`
		insert into ${userSettings} (user_id, revision) select ${userId}, 1 where ${changed}
		on conflict (user_id) do update set revision = revision + 1`,
	);
