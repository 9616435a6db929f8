import { asc, eq, inArray, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Context } from "../../context.ts";
import type { ErasureStep } from "../../erasure-step.ts";
import { deleteSomeRecordings } from "../recordings/delete-recordings.ts";
import * as tables from "../tables.ts";
import { erasures } from "../tables.ts";

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
	rows("playbackLinks", tables.playbackLinks, tables.playbackLinks.digest),
	rows("entries", tables.moodEntries, tables.moodEntries.id),
	rows("alerts", tables.alerts, tables.alerts.id),
	rows("consents", tables.consents, tables.consents.id),
	rows("timeZoneChanges", tables.zoneChanges, tables.zoneChanges.id),
	rows("pushSubscriptions", tables.pushSubscriptions, tables.pushSubscriptions.id),
	rows("settings", tables.userSettings, tables.userSettings.userId),
];

/** How many of each kind were erased. */
export type ErasureReport = Record<string, number>;

/** Accounts a sweep goes on with. */
const UNFINISHED_AT_ONCE = 20;

/**
 * Erases all that belongs to a person, step by step. What was begun stands in the database before anything is erased,
 * so that what is cut off is found and gone on with; in the end that row goes too. Answers with all that was erased
 * since it was begun.
 */
export async function eraseAccount(
	context: Context,
	userId: string,
	steps: readonly ErasureStep[],
): Promise<ErasureReport> {
	const { db, now } = context;
	const none = Object.fromEntries(steps.map(({ name }) => [name, 0]));
	await db
		.insert(erasures)
		.values({ userId, requestedAt: new Date(now()), erased: none })
		.onConflictDoNothing();
	const counted: ErasureReport = { ...none };
	for (const step of steps) counted[step.name] = await eraseAll(context, userId, step);
	const [finished] = await db.delete(erasures).where(eq(erasures.userId, userId)).returning();
	return finished?.erased ?? counted;
}

async function eraseAll(context: Context, userId: string, { name, eraseSome }: ErasureStep): Promise<number> {
	const { db } = context;
	const path = `$.${name}`;
	let total = 0;
	for (let erased = await eraseSome(context, userId); erased > 0; erased = await eraseSome(context, userId)) {
		total += erased;
		const sum = sql`json_set(${erasures.erased}, ${path}, coalesce(json_extract(${erasures.erased}, ${path}), 0) + ${erased})`;
		await db.update(erasures).set({ erased: sum }).where(eq(erasures.userId, userId));
	}
	return total;
}

/** Goes on with erasures that were cut off. */
export async function finishErasures(context: Context, steps: readonly ErasureStep[]): Promise<void> {
	const unfinished = await context.db
		.select({ userId: erasures.userId })
		.from(erasures)
		.orderBy(asc(erasures.requestedAt))
		.limit(UNFINISHED_AT_ONCE);
	for (const { userId } of unfinished) await eraseAccount(context, userId, steps);
}
