import { createRoute } from "@hono/zod-openapi";
import { createMiddleware } from "hono/factory";
import { v1Error, withApiKey } from "../api/v1.ts";
import { authorise } from "../auth/guards.ts";
import { type Clock, contextOf, newId } from "../context.ts";
import { parseWith } from "../http/field-issues.ts";
import { V1_HEADERS } from "../http/middleware/answer-headers.ts";
import { readJson } from "../http/middleware/bodies.ts";
import { newRequestId } from "../http/middleware/request-log.ts";
import { json, jsonBody } from "../http/openapi.ts";
import type { AppEnv, RequestContext, Router } from "../http/router.ts";
import * as contract from "./contract.ts";
import { idempotencyOf } from "./idempotency.ts";
import { parseEvents } from "./parse-events.ts";
import { recordEvents } from "./record-events.ts";
import { chosenModel, refused, replayed, reused, tags } from "./route-parts.ts";
import { dueAnswer, readingAnswer } from "./session/answers.ts";
import { MAX_BODY_BYTES } from "./types.ts";

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

/** Documents the route, and answers its failures: see `postEventsFirst`. */
export function withEventsRoute(router: Router): Router {
	router.openAPIRegistry.registerPath(postEvents);
	router.post("/sessions/:id/events", (c) => {
		throw c.var.failure;
	});
	return router;
}

/**
 * `POST /v1/sessions/:id/events`, the request that nearly all others are: it is served ahead of the middleware, which
 * costs as much as all the rest of it. A failure takes the ordinary way, through the middleware to the error handler.
 */
export const postEventsFirst = (clock: Clock) =>
	createMiddleware<AppEnv>(async function postEventsFirst(c, next) {
		try {
			return await recorded(c, clock);
		} catch (failure) {
			c.set("failure", failure as Error);
			return next();
		}
	});

async function recorded(c: RequestContext, clock: Clock): Promise<Response> {
	const context = { ...contextOf(c.env), now: clock };
	const actor = await authorise(context, c, "events:record");
	const { id: sessionId } = parseWith(contract.SessionParams, { id: c.req.param("id") });
	const query = parseWith(contract.EventsQuery, queryOf(c));
	const { text, json } = await readJson(c.req.raw, MAX_BODY_BYTES);
	const events = parseEvents(json);
	const model = chosenModel(query.model);
	const key = c.req.header("Idempotency-Key") ?? query.idempotency_key;
	const { kind, answer, reading, shown } = await recordEvents(context, actor, {
		sessionId,
		model,
		events,
		idempotency: key === undefined ? null : idempotencyOf(key, model.id, text),
		withReading: query.reading === "true",
		sentAt: query.sent_at,
		client: {
			address: c.req.header("CF-Connecting-IP") ?? "",
			userAgent: c.req.header("User-Agent") ?? "",
		},
	});
	const { moods, ...counts } = answer;
	const body = {
		session_id: sessionId,
		...counts,
		current_mood: moods[model.id] ?? "neutral",
		...(reading && { reading: readingAnswer(sessionId, reading) }),
		...(reading && shown && { intervention: dueAnswer(shown) }),
		...(actor.settings.ignore.length > 0 && { settings: { ignore: actor.settings.ignore } }),
	};
	return new Response(`${JSON.stringify(body)}\n`, {
		headers: {
			...V1_HEADERS,
			"Content-Type": "application/json",
			"X-Request-Id": newRequestId(newId),
			...(kind === "replayed" && { "Idempotency-Replayed": "true" }),
		},
	});
}

/** The query's parameters; one that is given twice is a list, which no schema accepts. */
function queryOf(c: RequestContext): Record<string, string | string[]> {
	if (!c.req.url.includes("?")) return {};
	return Object.fromEntries(
		Object.entries(c.req.queries()).map(([name, values]) => [
			name,
			values.length === 1 ? (values[0] ?? "") : values,
		]),
	);
}
