import { sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { userSettings } from "../tables.ts";
import { updateAlerts } from "./update-alerts.ts";

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
