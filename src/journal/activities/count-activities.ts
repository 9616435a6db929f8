import type { Context } from "../../context.ts";
import type { Period } from "../period.ts";
import { wholePercent } from "../progress/distributions.ts";
import type { Activity } from "./list-activities.ts";
import { readActivityDays } from "./read-activity-days.ts";

export interface ActivityCount {
	activityKey: string;
	activity: Omit<Activity, "order">;
	/** Entries with the activity. */
	count: number;
	/** Of all entries of the period, in whole percent. */
	percentage: number;
}

/** How often the person did what, the most frequent first. */
export async function countActivities(
	context: Context,
	userId: string,
	period: Period,
): Promise<{ stats: ActivityCount[]; totalEntries: number }> {
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
