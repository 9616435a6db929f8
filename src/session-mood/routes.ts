import { createRoute } from "@hono/zod-openapi";
import { v1Error, withApiKey } from "../api/v1.ts";
import { Fault } from "../errors.ts";
import { headers, json, jsonBody } from "../http/openapi.ts";
import { createRouter, type RequestContext } from "../http/router.ts";
import * as contract from "./contract.ts";
import type { MoodModel } from "./engine/types.ts";
import { readActionOutcomes, readMoodAnalytics, recordFeedback } from "./feedback.ts";
import { idempotencyOf } from "./idempotency.ts";
import { MODELS, modelOf } from "./models/index.ts";
import { recordEvents } from "./record-events.ts";
import { eraseSession, readingAnswer, readSessionMood } from "./sessions.ts";

const tags = ["Session mood"];
const refused = {
	401: v1Error("Missing or invalid API key"),
	403: v1Error("Not allowed with a publishable key, or not from this origin"),
};
const notFound = { 404: v1Error("No events are stored for this session") };
const replayed = headers({
	"Idempotency-Replayed": "`true` if an earlier request with the same key was already stored",
});
const reused = { 422: v1Error("The idempotency key was already used with a different body") };

const postEvents = createRoute({
	operationId: "recordEvents",
	method: "post",
	path: "/sessions/{id}/events",
	tags,
	summary: "Record events of a session",
	description: "A batch is stored atomically. The body is read as JSON regardless of its content type.",
	...withApiKey("events:record"),
	request: {
		params: contract.SessionParams,
		query: contract.EventsQuery,
		headers: contract.IdempotencyHeader,
		body: jsonBody(contract.EventsBody),
	},
	responses: {
		200: { ...json("Stored", contract.EventsAnswer), ...replayed },
		400: v1Error("Nothing was stored; the response names the invalid field or event types"),
		...refused,
		413: v1Error("The body is larger than 1 MiB"),
		...reused,
		429: v1Error(
			"A new session, but the monthly quota (or the share of it open to pages, or to one client address) is exhausted",
		),
	},
});

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

function chosenModel(id: string): MoodModel {
	const model = modelOf(id);
	if (!model) throw new Fault({ code: "unknown_model", validModels: MODELS.map((known) => known.id) });
	return model;
}

const markReplay = (c: RequestContext, kind: string): void => {
	if (kind === "replayed") c.header("Idempotency-Replayed", "true");
};

export function sessionMoodRoutes() {
	return createRouter()
		.openapi(postEvents, async (c) => {
			const { id: sessionId } = c.req.valid("param");
			const query = c.req.valid("query");
			const model = chosenModel(query.model);
			const key = c.req.valid("header")["idempotency-key"] ?? query.idempotency_key;
			const idempotency = key === undefined ? null : await idempotencyOf(key, model.id, await c.req.text());
			const { events } = c.req.valid("json");
			const { kind, answer, reading } = await recordEvents(c.var.context, c.var.apiKey, {
				sessionId,
				model,
				events,
				idempotency,
				withReading: query.reading === "true",
				client: {
					address: c.req.header("CF-Connecting-IP") ?? "",
					userAgent: c.req.header("User-Agent") ?? "",
				},
			});
			markReplay(c, kind);
			const { moods, ...counts } = answer;
			const stored = { session_id: sessionId, ...counts, current_mood: moods[model.id] ?? "neutral" };
			return c.json({ ...stored, ...(reading && { reading: readingAnswer(sessionId, reading) }) }, 200);
		})
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
			const idempotency = await idempotencyOf(key, await c.req.text());
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
