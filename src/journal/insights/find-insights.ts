import type { Context } from "../../context.ts";
import { moodLevel } from "../../emotions.ts";
import { readActivityDays } from "../activities/read-activity-days.ts";
import type { Period } from "../days/calendar-day.ts";
import type { Language } from "../language.ts";
import type { Insight } from "../progress/contract.ts";
import { correlateActivities } from "./correlate-activities.ts";
import { insightInWords, nothingInWords } from "./insight-in-words.ts";

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** What can honestly be said, the largest difference first. `message` is for when that is nothing. */
export async function findInsights(
	context: Context,
	userId: string,
	{ period, language: wanted }: { period: Period; language: Language | undefined },
): Promise<{ insights: Insight[]; totalEntries: number; language: Language; message: string | null }> {
	const { entries, activities, language: preferred } = await readActivityDays(context, userId, period);
	const language = wanted ?? preferred;
	const days = entries.map(({ date, emoji, activityKeys }) => ({
		date,
		level: moodLevel(emoji),
		activities: activityKeys,
	}));
	const insights = correlateActivities(days).flatMap((found): Insight[] => {
		const { activityKey, delta, interval, daysWith, daysWithout } = found;
		const activity = activities.get(activityKey);
		if (!found.significant || delta === null || !interval || !activity) return [];
		return [
			{
				kind: "activity",
				activityKey,
				direction: delta > 0 ? "higher" : "lower",
				delta: rounded(delta),
				confidenceInterval: { low: rounded(interval.low), high: rounded(interval.high) },
				daysWith,
				daysWithout,
				text: insightInWords({ ...activity, activityKey, daysWith, daysWithout, delta }, language),
			},
		];
	});
	insights.sort((a, b) => Math.abs(b.delta) - Math.abs(a.delta));
	const message = insights.length === 0 ? nothingInWords(entries.length, language) : null;
	return { insights, totalEntries: entries.length, language, message };
}
