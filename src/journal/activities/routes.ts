import { createRoute, z } from "@hono/zod-openapi";
import { refusal, signedIn, unauthenticated } from "../../api/journal.ts";
import { json } from "../../http/openapi.ts";
import { createRouter } from "../../http/router.ts";
import { PeriodQuery } from "../contract-fields.ts";
import { periodOf } from "../days/calendar-day.ts";
import * as contract from "./contract.ts";
import { correlateMoods } from "./correlate-moods.ts";
import { countActivities, listActivities } from "./list-activities.ts";

const tags = ["Activities"];
const get = { method: "get" as const, tags, ...signedIn };
const badPeriod = { 400: refusal("A year or month that does not exist, or a month without its year") };

const list = createRoute({
	operationId: "listActivities",
	...get,
	path: "/",
	summary: "List what a person can have done",
	responses: {
		200: json("In the order in which to show them", z.array(contract.Activity)),
		...unauthenticated,
	},
});

const stats = createRoute({
	operationId: "countActivities",
	...get,
	path: "/stats",
	summary: "Count activities",
	request: { query: PeriodQuery },
	responses: { 200: json("The most frequent first", contract.Stats), ...badPeriod, ...unauthenticated },
});

const correlation = createRoute({
	operationId: "correlateMoods",
	...get,
	path: "/mood-correlation",
	summary: "Compare moods with and without each activity",
	request: { query: PeriodQuery },
	responses: { 200: json("The best mood first", contract.Correlations), ...badPeriod, ...unauthenticated },
});

/** `/api/activities`; these answer without the envelope. */
export function activityRoutes() {
	return createRouter()
		.openapi(list, async (c) => c.json(await listActivities(c.var.context), 200))
		.openapi(stats, async (c) => {
			const period = periodOf(c.req.valid("query"));
			return c.json(await countActivities(c.var.context, c.var.user.userId, period), 200);
		})
		.openapi(correlation, async (c) => {
			const period = periodOf(c.req.valid("query"));
			return c.json(await correlateMoods(c.var.context, c.var.user.userId, period), 200);
		});
}
