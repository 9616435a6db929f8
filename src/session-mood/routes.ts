import { createRoute } from "@hono/zod-openapi";
import { v1Error, withApiKey } from "../api/v1.ts";
import { json, jsonBody } from "../http/openapi.ts";
import { createRouter, type RequestContext } from "../http/router.ts";
import * as contract from "./contract.ts";
import { readActionOutcomes, readMoodAnalytics, recordFeedback } from "./feedback.ts";
import { idempotencyOf } from "./idempotency.ts";
import { interventionRoutes } from "./interventions/routes.ts";
import { withLiveRoutes } from "./live/routes.ts";
import { lookBackRoutes } from "./look-back/routes.ts";
import { chosenModel, refused, replayed, reused, tags } from "./route-parts.ts";
import { withEventsRoute } from "./routes-events.ts";
import { eraseSession, readSessionMood } from "./sessions.ts";
import { webhookRoutes } from "./webhooks/routes.ts";

const notFound = { 404: v1Error("No events are stored for this session") };

const getMood = createRoute({
	operationId: "readMood",
	method: "get",
	path: "/sessions/{id}/mood",
	tags,
	summary: "Read the mood of a session",
	...withApiKey("mood:read"),
	request: { params: contract.SessionParams, query: contract.MoodQuery },
	responses: {
		200: json("The current mood", contract.MoodReading),
		400: v1Error("Unknown model, or the session id is too long"),
		...refused,
		...notFound,
	},
});

const postFeedback = createRoute({
	operationId: "recordFeedback",
	method: "post",
	path: "/sessions/{id}/feedback",
	tags,
	summary: "Record an action and whether it helped",
	...withApiKey("feedback:record"),
	request: {
		params: contract.SessionParams,
		headers: contract.IdempotencyHeader,
		body: jsonBody(contract.FeedbackBody),
	},
	responses: {
		200: { ...json("Recorded", contract.FeedbackAnswer), ...replayed },
		400: v1Error("A field is missing or malformed"),
		...refused,
		...notFound,
		...reused,
	},
});

const deleteSession = createRoute({
	operationId: "eraseSession",
	method: "delete",
	path: "/sessions/{id}",
	tags,
	summary: "Erase a session permanently",
	...withApiKey("session:erase"),
	request: { params: contract.SessionParams },
	responses: {
		200: json("Erased, including from all aggregates", contract.ErasedSession),
		400: v1Error("The session id is too long"),
		...refused,
		...notFound,
	},
});

const getMoodAnalytics = createRoute({
	operationId: "readMoodAnalytics",
	method: "get",
	path: "/analytics/moods",
	tags,
	summary: "Count sessions by mood",
	...withApiKey("analytics:read"),
	request: { query: contract.ModelQuery },
	responses: {
		200: json("Counts for all moods of the model", contract.MoodAnalytics),
		400: v1Error("Unknown model"),
		...refused,
	},
});

const getActionAnalytics = createRoute({
	operationId: "readActionAnalytics",
	method: "get",
	path: "/analytics/actions",
	tags,
	summary: "Count how often each action helped in each mood",
	...withApiKey("analytics:read"),
	request: { query: contract.ModelQuery },
	responses: {
		200: json("Counts by mood and action, from feedback", contract.ActionAnalytics),
		400: v1Error("Unknown model"),
		...refused,
	},
});

const markReplay = (c: RequestContext, kind: string): void => {
	if (kind === "replayed") c.header("Idempotency-Replayed", "true");
};

export function sessionMoodRoutes() {
	return withLiveRoutes(withEventsRoute(createRouter()))
		.route("/", interventionRoutes())
		.route("/", lookBackRoutes())
		.route("/", webhookRoutes())
		.openapi(getMood, async (c) => {
			const { id: sessionId } = c.req.valid("param");
			const { model, explain } = c.req.valid("query");
			const wanted = { sessionId, model: chosenModel(model), explain: explain === "true" };
			return c.json(await readSessionMood(c.var.context, c.var.apiKey, wanted), 200);
		})
		.openapi(postFeedback, async (c) => {
			const { id } = c.req.valid("param");
			const { action_taken: actionTaken, was_helpful: wasHelpful = null, notes = null } = c.req.valid("json");
			const key = c.req.valid("header")["idempotency-key"];
			const idempotency = idempotencyOf(key, await c.req.text());
			const feedback = { actionTaken, wasHelpful, notes };
			markReplay(c, await recordFeedback(c.var.context, c.var.apiKey, id, feedback, idempotency));
			return c.json({ session_id: id, feedback_recorded: true as const }, 200);
		})
		.openapi(deleteSession, async (c) => {
			const { id } = c.req.valid("param");
			await eraseSession(c.var.context, c.var.apiKey, id);
			return c.json(
				{ session_id: id, deleted: true as const, message: "Session data permanently erased." },
				200,
			);
		})
		.openapi(getMoodAnalytics, async (c) => {
			const { model } = c.req.valid("query");
			return c.json(await readMoodAnalytics(c.var.context, c.var.apiKey, chosenModel(model)), 200);
		})
		.openapi(getActionAnalytics, async (c) => {
			const { model } = c.req.valid("query");
			return c.json(
				{ actions: await readActionOutcomes(c.var.context, c.var.apiKey, chosenModel(model)) },
				200,
			);
		});
}
