import { sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import type { CountedEntry } from "../progress/distributions.ts";
import { alerts, moodEntries, userSettings } from "../tables.ts";
import { patternOf } from "./list-alerts.ts";
import type { AlertPattern } from "./patterns.ts";
import type { KnownAlert } from "./review.ts";

/** Enough for the longest run of low days that is worth counting. */
const LATEST_ENTRIES = 60;

/** What alerts are decided from, as of one revision of the journal. */
export interface ReviewState {
	revision: number;
	threshold: number;
	entries: CountedEntry[];
	alerts: KnownAlert[];
}

interface ReviewRow {
	revision: number;
	threshold: number;
	entries: string;
	alerts: string;
}

interface StoredAlert {
	id: string;
	alertType: AlertPattern["alertType"];
	details: AlertPattern["details"];
	detectedAt: number;
	isDismissed: number;
}

/** Entries reach back to the oldest open alert; alerts are the open ones and all on the days of the latest entries. */
const reviewQuery = (userId: string) => sql<ReviewRow>`
	with counted as (
		select entry_date, selected_emoji from ${moodEntries}
		where user_id = ${userId} and selected_emoji is not null
	),
	latest as (select entry_date from counted order by entry_date desc limit ${LATEST_ENTRIES}),
	known as (
		select * from ${alerts} where user_id = ${userId} and dismissed_at is null
		union
		select * from ${alerts} where user_id = ${userId} and end_date >= (select min(entry_date) from latest)
	)
	select
		revision,
		intervention_threshold as "threshold",
		(select json_group_array(json_object('date', entry_date, 'emoji', selected_emoji)) from (
			select * from counted
			where entry_date >= min(
				coalesce((select min(entry_date) from latest), '9999'),
				coalesce((select min(start_date) from known where dismissed_at is null), '9999'))
			order by entry_date
		)) as "entries",
		(select json_group_array(json_object('id', id, 'alertType', alert_type, 'details', json(pattern_details),
			'detectedAt', detected_at, 'isDismissed', dismissed_at is not null)) from known) as "alerts"
	from ${userSettings} where user_id = ${userId}`;

/** Undefined for a person who has no settings row: they never selected an emoji either. */
export async function readReviewState({ db }: Context, userId: string): Promise<ReviewState | undefined> {
	const row = await db.get<ReviewRow | undefined>(reviewQuery(userId));
	if (!row) return undefined;
	const stored = JSON.parse(row.alerts) as StoredAlert[];
	return {
		revision: row.revision,
		threshold: row.threshold,
		entries: JSON.parse(row.entries) as CountedEntry[],
		alerts: stored.map(({ id, alertType, details, detectedAt, isDismissed }) => ({
			id,
			detectedAt,
			isDismissed: isDismissed === 1,
			pattern: patternOf({ alertType, patternDetails: details }),
		})),
	};
}
