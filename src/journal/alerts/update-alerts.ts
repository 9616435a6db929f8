import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { statement } from "../../db/batch.ts";
import type { Database } from "../../db/client.ts";
import { retryOnConflict } from "../../db/optimistic-retry.ts";
import { alerts, userSettings } from "../tables.ts";
import { type AlertPattern, daysOfPattern } from "./patterns.ts";
import { readReviewState } from "./read-review-state.ts";
import { reviewAlerts } from "./review.ts";

/**
 * Makes the person's alerts say what their entries say. Each write holds only while the journal is as it was read:
 * of several at once, the one that saw the latest entries decides, and what it decides is written once. After an
 * import nothing is raised: the person knows of these days already.
 */
export async function updateAlerts(
	context: Context,
	userId: string,
	{ mayRaise }: { mayRaise: boolean } = { mayRaise: true },
): Promise<void> {
	// Someone who changes the journal faster than it is reviewed is left to the sweep.
	await retryOnConflict(async () => (await reviewOnce(context, userId, mayRaise)) || undefined);
}

async function reviewOnce(context: Context, userId: string, mayRaise: boolean): Promise<boolean> {
	const state = await readReviewState(context, userId);
	if (!state) return true;
	const { db, now } = context;
	const review = reviewAlerts(state.entries, state.alerts, { threshold: state.threshold, now: now() });
	const isCurrent = sql`exists (select 1 from ${userSettings} where user_id = ${userId} and revision = ${state.revision})`;
	const [marked] = await db.batch([
		db
			.update(userSettings)
			.set({ reviewedRevision: state.revision })
			.where(and(eq(userSettings.userId, userId), eq(userSettings.revision, state.revision)))
			.returning({ userId: userSettings.userId }),
		...review.withdraw.map((id) => withdraw(db, userId, id, isCurrent)),
		...review.restate.map(({ id, pattern }) => restate(db, userId, { id, pattern }, isCurrent)),
		...(mayRaise ? review.raise : []).map((pattern) => raise(context, userId, pattern, isCurrent)),
	]);
	return marked.length > 0;
}

const withdraw = (db: Database, userId: string, id: string, isCurrent: SQL) =>
	db
		.delete(alerts)
		.where(and(eq(alerts.id, id), eq(alerts.userId, userId), isNull(alerts.dismissedAt), isCurrent));

const restate = (
	db: Database,
	userId: string,
	changed: { id: string; pattern: AlertPattern },
	isCurrent: SQL,
) =>
	db
		.update(alerts)
		.set({ patternDetails: changed.pattern.details })
		.where(and(eq(alerts.id, changed.id), eq(alerts.userId, userId), isCurrent));

function raise({ db, now, newId }: Context, userId: string, pattern: AlertPattern, isCurrent: SQL) {
	const { first, last } = daysOfPattern(pattern);
	const details = JSON.stringify(pattern.details);
	return statement(
		db,
		sql`
		insert into ${alerts} (id, user_id, alert_type, start_date, end_date, detected_at, pattern_details)
		select ${newId()}, ${userId}, ${pattern.alertType}, ${first}, ${last}, ${now()}, ${details} where ${isCurrent}
		on conflict do nothing`,
	);
}

/** Marks, if `changed` holds, that alerts have to be decided anew. Goes into the batch that changes the entries. */
export const journalChanged = (db: Database, userId: string, changed: SQL = sql`true`) =>
	statement(
		db,
		sql`
		insert into ${userSettings} (user_id, revision) select ${userId}, 1 where ${changed}
		on conflict (user_id) do update set revision = revision + 1`,
	);

const PEOPLE_AT_ONCE = 20;

/** Decides about alerts for people whose journal changed in a request that was cut off before it did. */
export async function reviewOverdue(context: Context): Promise<void> {
	const { userId, revision, reviewedRevision } = userSettings;
	const people = await context.db
		.select({ userId })
		.from(userSettings)
		.where(sql`${reviewedRevision} < ${revision}`)
		.limit(PEOPLE_AT_ONCE);
	for (const person of people) await updateAlerts(context, person.userId);
}
