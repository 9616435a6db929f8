import { and, asc, between, eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { daysBetween } from "../days/calendar-day.ts";
import type { EntryActivity } from "../entries/contract.ts";
import { activitiesJson } from "../entries/read-entries.ts";
import { findInsights } from "../insights/find-insights.ts";
import { readSettings } from "../settings/read-settings.ts";
import { moodEntries } from "../tables.ts";
import type { ReportRequest } from "./contract.ts";
import { type Report, reportPage } from "./report-page.ts";

/** The person's report as a page: what they picked of a period, in words and figures, and nothing else. */
export async function writeReport(
	context: Context,
	userId: string,
	{ from, to, include, language: wanted }: ReportRequest,
	nonce: string,
): Promise<string> {
	const { preferredLanguage } = await readSettings(context, userId);
	const language = wanted ?? preferredLanguage;
	const rows = await context.db
		.select({
			date: moodEntries.entryDate,
			emoji: moodEntries.selectedEmoji,
			activities: activitiesJson,
			note: moodEntries.note,
		})
		.from(moodEntries)
		.where(and(eq(moodEntries.userId, userId), between(moodEntries.entryDate, from, to)))
		.orderBy(asc(moodEntries.entryDate));
	const period = { first: from, last: to };
	const { insights, message } = include.includes("activities")
		? await findInsights(context, userId, { period, language })
		: { insights: [], message: null };
	const report: Report = {
		...{ language, period, include, days: daysBetween(from, to) + 1 },
		entries: rows.map((row) => ({ ...row, activities: JSON.parse(row.activities) as EntryActivity[] })),
		findings: message === null ? insights.map(({ text }) => text) : [message],
	};
	return reportPage(report, nonce);
}
