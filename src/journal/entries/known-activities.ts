import { inArray } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { invalidField } from "../../errors.ts";
import { activities } from "../tables.ts";

/** Which of the keys name an activity, for a batch. */
export const selectKnown = (db: Database, keys: readonly string[]) =>
	db
		.select({ key: activities.key })
		.from(activities)
		.where(inArray(activities.key, [...keys]));

/** Throws `invalid_input` that names the keys without an activity. */
export function refuseUnknown(keys: readonly string[], known: readonly { key: string }[]): void {
	const existing = new Set(known.map(({ key }) => key));
	const unknown = keys.filter((key) => !existing.has(key));
	if (unknown.length > 0) throw invalidField("activityKeys", `There is no activity ${unknown.join(", ")}`);
}
