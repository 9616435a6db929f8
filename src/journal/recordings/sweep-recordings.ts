import { eq, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { moodEntries, sweeps, userSettings } from "../tables.ts";
import { KEEPS_AUDIO } from "./audio-consent.ts";
import { deleteAllRecordings } from "./delete-recordings.ts";
import { RECORDINGS_ROOT } from "./find-recordings.ts";

const SWEEP = "recordings";
const BATCH = 500;
const PEOPLE_AT_ONCE = 20;
/** A younger object may belong to an upload whose row is not written yet. */
const GRACE_MS = 3_600_000;

/** Goes on deleting for people who switched storage off while it was cut off. */
export async function finishDeletions(context: Context): Promise<void> {
	const { userId, recordingsToDelete } = userSettings;
	const people = await context.db
		.select({ userId })
		.from(userSettings)
		.where(sql`${recordingsToDelete} = 1`)
		.limit(PEOPLE_AT_ONCE);
	for (const person of people) await deleteAllRecordings(context, person.userId);
}

/** Of these keys, those that an entry refers to whose owner wants recordings kept. */
async function keysInUse({ db }: Context, keys: readonly string[]): Promise<ReadonlySet<string>> {
	const rows = await db.all<{ key: string }>(sql`
		select ${moodEntries.audioKey} as "key"
		from json_each(${JSON.stringify(keys)}) as listed
		join ${moodEntries} on ${moodEntries.audioKey} = listed.value
		join ${userSettings} on ${userSettings.userId} = ${moodEntries.userId}
		where ${KEEPS_AUDIO}`);
	return new Set(rows.map(({ key }) => key));
}

/**
 * Looks at the next few hundred recordings and deletes those that no entry refers to, or whose owner has switched
 * storage off. It goes round: where it stopped is where it goes on. Answers how many it deleted.
 */
export async function sweepRecordings(context: Context): Promise<number> {
	const { db, recordings, now } = context;
	const [sweep] = await db.select().from(sweeps).where(eq(sweeps.name, SWEEP));
	const from = sweep?.cursor ? { startAfter: sweep.cursor } : {};
	const page = await recordings.list({ prefix: RECORDINGS_ROOT, limit: BATCH, ...from });
	const old = page.objects.filter(({ uploaded }) => uploaded.getTime() < now() - GRACE_MS);
	const inUse = await keysInUse(
		context,
		old.map(({ key }) => key),
	);
	const unused = old.map(({ key }) => key).filter((key) => !inUse.has(key));
	if (unused.length > 0) await recordings.delete(unused);
	const cursor = page.truncated ? (page.objects.at(-1)?.key ?? null) : null;
	const progress = { cursor, ...(cursor === null && { finishedAt: new Date(now()) }) };
	await db
		.insert(sweeps)
		.values({ name: SWEEP, ...progress })
		.onConflictDoUpdate({ target: sweeps.name, set: progress });
	return unused.length;
}
