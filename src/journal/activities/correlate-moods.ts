import type { Context } from "../../context.ts";
import { moodLevel } from "../../emotions.ts";
import type { Period } from "../days/calendar-day.ts";
import { type ActivityCorrelation, correlateActivities } from "../insights/correlate-activities.ts";
import type { Activity, MoodCorrelation } from "./contract.ts";
import { readActivityDays } from "./read-activity-days.ts";

/** Two decimals at most. */
const rounded = (value: number): number => Math.round(value * 100) / 100;
const roundedOrNull = (value: number | null): number | null => (value === null ? null : rounded(value));

const told = (correlation: ActivityCorrelation, { key, label, icon }: Activity): MoodCorrelation => ({
	activityKey: key,
	activity: { key, label, icon },
	averageMood: rounded(correlation.averageMood),
	count: correlation.daysWith,
	countWithout: correlation.daysWithout,
	delta: roundedOrNull(correlation.delta),
	confidenceInterval: correlation.interval && {
		low: rounded(correlation.interval.low),
		high: rounded(correlation.interval.high),
	},
	pValue: correlation.pValue && Math.round(correlation.pValue * 10_000) / 10_000,
	significant: correlation.significant,
});

/** How the person's mood is on days with each activity against days without it, the best first. */
export async function correlateMoods(
	context: Context,
	userId: string,
	period: Period,
): Promise<{ correlations: MoodCorrelation[]; totalEntries: number }> {
	const { entries, activities } = await readActivityDays(context, userId, period);
	const days = entries.map(({ date, emoji, activityKeys }) => ({
		date,
		level: moodLevel(emoji),
		activities: activityKeys,
	}));
	const correlations = correlateActivities(days).flatMap((correlation) => {
		const activity = activities.get(correlation.activityKey);
		return activity ? [told(correlation, activity)] : [];
	});
	return { correlations, totalEntries: entries.length };
}
