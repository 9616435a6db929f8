import { sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { statement } from "../../db/batch.ts";
import { today } from "../days/time-zone.ts";
import { userSettings, zoneChanges } from "../tables.ts";

/**
 * Remembers, for a batch that sets another zone, that it became another day for the person: streaks must know which
 * days a change cut short. Nothing to remember when it is the same day in both zones, or when another change of zone
 * came first.
 */
export function recordZoneChange({ db, now }: Context, userId: string, from: string, to: string) {
	const [fromDate, toDate] = [today(from, now()), today(to, now())];
	if (fromDate === toDate) return [];
	return [
		statement(
			db,
			sql`
			insert into ${zoneChanges} (user_id, changed_at, from_timezone, to_timezone, from_date, to_date)
			select ${userId}, ${now()}, ${from}, ${to}, ${fromDate}, ${toDate}
			from ${userSettings} where user_id = ${userId} and timezone = ${from}`,
		),
	];
}
