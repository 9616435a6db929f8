import { asc } from "drizzle-orm";
import type { Context } from "../../context.ts";
import type { Period } from "../days/calendar-day.ts";
import { wholePercent } from "../progress/distributions.ts";
import { activities } from "../tables.ts";
import type { Activity, Stats } from "./contract.ts";
import { readActivityDays } from "./read-activity-days.ts";

/** All there are, in the order in which to show them. */
export const listActivities = ({ db }: Context): Promise<Activity[]> =>
	db.select().from(activities).orderBy(asc(activities.order));

/** How often the person did what, the most frequent first. */
export async function countActivities(context: Context, userId: string, period: Period): Promise<Stats> {
	const { entries, activities } = await readActivityDays(context, userId, period);
	const counts = new Map<string, number>();
	for (const key of entries.flatMap(({ activityKeys }) => activityKeys))
		counts.set(key, (counts.get(key) ?? 0) + 1);
	const stats = [...activities.values()].flatMap(({ order: _, ...activity }) => {
		const count = counts.get(activity.key);
		if (count === undefined) return [];
		return [{ activityKey: activity.key, activity, count, percentage: wholePercent(count, entries.length) }];
	});
	return { stats: stats.sort((a, b) => b.count - a.count), totalEntries: entries.length };
}
