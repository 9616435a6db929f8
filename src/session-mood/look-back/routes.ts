import { createRoute } from "@hono/zod-openapi";
import { v1Error, withApiKey } from "../../api/v1.ts";
import { json } from "../../http/openapi.ts";
import { createRouter } from "../../http/router.ts";
import { SessionParams } from "../contract.ts";
import { chosenModel, refused } from "../route-parts.ts";
import * as contract from "./contract.ts";
import { listSessions } from "./list-sessions.ts";
import { readMoodTimes } from "./read-mood-times.ts";
import { readTimeline } from "./read-timeline.ts";
import { readUsage } from "./read-usage.ts";

const tags = ["Looking back"];
const secret = withApiKey("analytics:read");

const sessions = createRoute({
	operationId: "listSessions",
	method: "get",
	path: "/sessions",
	tags,
	summary: "List sessions, those first that began last",
	...secret,
	request: { query: contract.SessionsQuery },
	responses: {
		200: json("A page of sessions as they are now", contract.SessionList),
		400: v1Error("Unknown model or mood, or the limit or the cursor is malformed"),
		...refused,
	},
});

const timeline = createRoute({
	operationId: "readSessionTimeline",
	method: "get",
	path: "/sessions/{id}/timeline",
	tags,
	summary: "One session's story: moods, events and what was shown",
	...secret,
	request: { params: SessionParams, query: contract.TimelineQuery },
	responses: {
		200: json("The story", contract.Timeline),
		400: v1Error("Unknown model, or the session id is too long"),
		...refused,
		404: v1Error("No events are stored for this session"),
	},
});

const moodTimes = createRoute({
	operationId: "readMoodTimes",
	method: "get",
	path: "/analytics/timeline",
	tags,
	summary: "Count the sessions in each mood, by hour or day",
	description:
		"A session counts in every bucket in which events of it were, once for each mood that it was in at the end of a batch.",
	...secret,
	request: { query: contract.MoodTimesQuery },
	responses: {
		200: json("Oldest first, also where there were none", contract.MoodTimes),
		400: v1Error("Unknown model, a malformed time, or more than 750 buckets"),
		...refused,
	},
});

const usage = createRoute({
	operationId: "readUsage",
	method: "get",
	path: "/usage",
	tags,
	summary: "How much of the month's sessions is used",
	...secret,
	responses: { 200: json("This month (UTC)", contract.Usage), ...refused },
});

/** `/v1/sessions`, `/v1/sessions/:id/timeline`, `/v1/analytics/timeline` and `/v1/usage`. */
export function lookBackRoutes() {
	return createRouter()
		.openapi(sessions, async (c) => {
			const { model, mood, limit, cursor } = c.req.valid("query");
			const page = { model: chosenModel(model), mood, limit, cursor };
			return c.json(await listSessions(c.var.context, c.var.apiKey, page), 200);
		})
		.openapi(timeline, async (c) => {
			const { id } = c.req.valid("param");
			const model = chosenModel(c.req.valid("query").model);
			return c.json(await readTimeline(c.var.context, c.var.apiKey, id, model), 200);
		})
		.openapi(moodTimes, async (c) => {
			const { model, bucket, from, to } = c.req.valid("query");
			const wanted = { model: chosenModel(model), bucket, from, to };
			return c.json(await readMoodTimes(c.var.context, c.var.apiKey, wanted), 200);
		})
		.openapi(usage, async (c) => c.json(await readUsage(c.var.context, c.var.apiKey), 200));
}
