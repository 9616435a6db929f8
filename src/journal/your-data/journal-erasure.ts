import { eq, inArray } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { ErasureStep } from "../../erasure-step.ts";
import { deleteSomeRecordings } from "../recordings/delete-all-recordings.ts";
import * as tables from "../tables.ts";

/** Rows a statement. */
const BATCH = 500;

type OwnedTable = SQLiteTable & { userId: SQLiteColumn };

const rows = (name: string, table: OwnedTable, id: SQLiteColumn): ErasureStep => ({
	name,
	async eraseSome({ db }, userId) {
		const some = db.select({ id }).from(table).where(eq(table.userId, userId)).limit(BATCH);
		const erased = await db.delete(table).where(inArray(id, some)).returning({ id });
		return erased.length;
	},
});

/** All that the journal knows of a person. Recordings go first: their entries are the last trace of them. */
export const journalErasure: readonly ErasureStep[] = [
	{ name: "recordings", eraseSome: deleteSomeRecordings },
	rows("entries", tables.moodEntries, tables.moodEntries.id),
	rows("alerts", tables.alerts, tables.alerts.id),
	rows("consents", tables.consents, tables.consents.id),
	rows("timeZoneChanges", tables.zoneChanges, tables.zoneChanges.id),
	rows("pushSubscriptions", tables.pushSubscriptions, tables.pushSubscriptions.id),
	rows("settings", tables.userSettings, tables.userSettings.userId),
];
