import { createRoute } from "@hono/zod-openapi";
import { refusal, signedIn, succeeded, success, unauthenticated } from "../../api/journal.ts";
import { createRouter } from "../../http/router.ts";
import { readActivityDays } from "../activities/read-activity-days.ts";
import { PeriodQuery } from "../contract-fields.ts";
import { periodOf } from "../days/calendar-day.ts";
import { findInsights } from "../insights/find-insights.ts";
import * as contract from "./contract.ts";
import { moodCounts, weekdayDistribution, yearInPixels } from "./distributions.ts";
import { readCalendar, readCountedEntries, readSummary } from "./read-summary.ts";

const tags = ["Progress"];
const get = { method: "get" as const, tags, ...signedIn };
const badPeriod = { 400: refusal("A year or month that does not exist, or a month without its year") };

const summary = createRoute({
	operationId: "readSummary",
	...get,
	path: "/summary",
	summary: "Sum up the last days",
	request: { query: contract.SummaryQuery },
	responses: {
		200: success("Entries count once an emoji is selected", contract.Summary),
		400: refusal("Days outside 1 to 3660"),
		...unauthenticated,
	},
});

const calendar = createRoute({
	operationId: "readCalendar",
	...get,
	path: "/calendar/{year}/{month}",
	summary: "Read the moods of a month",
	request: { params: contract.CalendarParams },
	responses: { 200: success("Oldest first", contract.CalendarDays), ...badPeriod, ...unauthenticated },
});

const year = createRoute({
	operationId: "readYear",
	...get,
	path: "/year/{year}",
	summary: "See a year in pixels",
	request: { params: contract.YearParams },
	responses: { 200: success("Every day of the year", contract.YearPixels), ...badPeriod, ...unauthenticated },
});

const weekdays = createRoute({
	operationId: "readWeekdayDistribution",
	...get,
	path: "/weekday-distribution",
	summary: "Count moods by day of the week",
	request: { query: PeriodQuery },
	responses: {
		200: success("All seven days", contract.WeekdayDistribution),
		...badPeriod,
		...unauthenticated,
	},
});

const trend = createRoute({
	operationId: "readMoodTrend",
	...get,
	path: "/mood-trend",
	summary: "Follow moods and activities through time",
	request: { query: PeriodQuery },
	responses: { 200: success("Oldest first", contract.Trend), ...badPeriod, ...unauthenticated },
});

const countsRoute = createRoute({
	operationId: "countMoods",
	...get,
	path: "/mood-counts",
	summary: "Count moods",
	request: { query: PeriodQuery },
	responses: { 200: success("By emoji", contract.MoodCounts), ...badPeriod, ...unauthenticated },
});

const insights = createRoute({
	operationId: "readInsights",
	...get,
	path: "/insights",
	summary: "Say what goes together with a higher or lower mood",
	description:
		"Only what a permutation test tells from chance (false discovery rate 5 % over all activities, what moods carry over from day to day taken into account), and never under 5 days on either side.",
	request: { query: contract.InsightsQuery },
	responses: {
		200: success("In the person's language", contract.Insights),
		...badPeriod,
		...unauthenticated,
	},
});

/** `/api/progress` */
export function progressRoutes() {
	return createRouter()
		.openapi(summary, async (c) => {
			const { days } = c.req.valid("query");
			return c.json(succeeded(await readSummary(c.var.context, c.var.user.userId, { days })), 200);
		})
		.openapi(calendar, async (c) => {
			const month = periodOf(c.req.valid("param"));
			return c.json(succeeded(await readCalendar(c.var.context, c.var.user.userId, month)), 200);
		})
		.openapi(year, async (c) => {
			const { year } = c.req.valid("param");
			const entries = await readCountedEntries(c.var.context, c.var.user.userId, periodOf({ year }));
			const months = yearInPixels(year, entries);
			return c.json(succeeded({ year, totalEntries: entries.length, months }), 200);
		})
		.openapi(weekdays, async (c) => {
			const period = periodOf(c.req.valid("query"));
			const entries = await readCountedEntries(c.var.context, c.var.user.userId, period);
			return c.json(succeeded(weekdayDistribution(entries)), 200);
		})
		.openapi(trend, async (c) => {
			const period = periodOf(c.req.valid("query"));
			const { entries } = await readActivityDays(c.var.context, c.var.user.userId, period);
			return c.json(succeeded(entries), 200);
		})
		.openapi(countsRoute, async (c) => {
			const period = periodOf(c.req.valid("query"));
			const entries = await readCountedEntries(c.var.context, c.var.user.userId, period);
			return c.json(succeeded({ moodCounts: moodCounts(entries), totalEntries: entries.length }), 200);
		})
		.openapi(insights, async (c) => {
			const { language, ...query } = c.req.valid("query");
			const wanted = { period: periodOf(query), language };
			return c.json(succeeded(await findInsights(c.var.context, c.var.user.userId, wanted)), 200);
		});
}
