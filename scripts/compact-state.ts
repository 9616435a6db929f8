import { existsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { databasesIn } from "./local-database.ts";

/** An empty file whose modification time is the time of the last compaction. */
const STAMP = "compacted";
/** SQLite's result code for a database that another process is using. */
const SQLITE_BUSY = 5;

/**
 * Rewrites every database below `state` that changed since the last compaction, so that no deleted byte is left in free
 * pages or write-ahead logs: the runtime offers neither VACUUM nor `secure_delete`. Databases in use are left alone.
 */
export function compactState(state: string): void {
	if (!existsSync(state)) return;
	const stamp = join(state, STAMP);
	const since = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
	for (const file of databasesIn(state)) {
		const changed = [file, `${file}-wal`].filter(existsSync).some((path) => statSync(path).mtimeMs >= since);
		if (changed) compact(file);
	}
	writeFileSync(stamp, "");
}

function compact(file: string): void {
	try {
		using database = new DatabaseSync(file);
		database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
		database.exec("VACUUM");
		database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
	} catch (error) {
		if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return;
		console.warn(`${file} could not be compacted, so it may still hold erased data: ${error}`);
	}
}
