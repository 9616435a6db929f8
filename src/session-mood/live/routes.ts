import { createRoute, z } from "@hono/zod-openapi";
import { createMiddleware } from "hono/factory";
import { v1Error, withApiKey } from "../../api/v1.ts";
import { authorise } from "../../auth/guards.ts";
import { type Clock, type Context, contextOf } from "../../context.ts";
import { Fault } from "../../errors.ts";
import { parseWith } from "../../http/field-issues.ts";
import { V1_HEADERS } from "../../http/middleware/answer-headers.ts";
import type { AppEnv, RequestContext, Router } from "../../http/router.ts";
import { callObject } from "../../outages.ts";
import { MoodReading, SessionParams } from "../contract.ts";
import { DueIntervention } from "../interventions/contract.ts";
import { DEFAULT_MODEL, MODELS } from "../models/index.ts";
import { chosenModel, refused } from "../route-parts.ts";
import type { Watch } from "../session/session-watchers.ts";
import { sessionStub } from "../sessions.ts";
import { asEventStream } from "./as-event-stream.ts";

const LiveQuery = z.object({
	model: z
		.string()
		.default(DEFAULT_MODEL.id)
		.openapi({ enum: MODELS.map(({ id }) => id), example: DEFAULT_MODEL.id }),
	key: z.string().optional().openapi({ description: "A publishable key" }),
});

const LiveMessage = z
	.discriminatedUnion("type", [
		MoodReading.extend({ type: z.literal("mood") }),
		DueIntervention.extend({ type: z.literal("intervention") }),
	])
	.openapi("LiveMessage");

const watchSession = createRoute({
	operationId: "watchSession",
	method: "get",
	path: "/sessions/{id}/live",
	tags: ["Live"],
	summary: "Watch the mood of a session",
	description:
		"With `Upgrade: websocket`, or as server-sent events with `Accept: text/event-stream`. A message at once if the session has events, then whenever its mood, its confidence by 0.05 or its action changes, four a second at most; and the interventions that are due. `ping` is answered `pong`. Erasing the session closes with 4404, revoking the key with 4401.",
	...withApiKey("session:watch"),
	request: { params: SessionParams, query: LiveQuery },
	responses: {
		101: { description: "Watching: each message is a LiveMessage" },
		200: {
			description: "Server-sent events; each one's data is a LiveMessage",
			content: { "text/event-stream": { schema: LiveMessage } },
		},
		400: v1Error("Unknown model, or neither an upgrade nor an event stream was asked for"),
		...refused,
	},
});

/** Documents the route, and answers its failures: see `watchFirst`. */
export function withLiveRoutes(router: Router): Router {
	router.openAPIRegistry.registerPath(watchSession);
	router.get("/sessions/:id/live", (c) => {
		throw c.var.failure;
	});
	return router;
}

/** `GET /v1/sessions/:id/live`, ahead of the middleware: nothing may touch the headers of an upgrade. */
export const watchSessionFirst = (clock: Clock) =>
	createMiddleware<AppEnv>(async function watchSessionFirst(c, next) {
		try {
			return await watched({ ...contextOf(c.env), now: clock }, c);
		} catch (failure) {
			c.set("failure", failure as Error);
			return next();
		}
	});

async function watched(context: Context, c: RequestContext): Promise<Response> {
	const actor = await authorise(context, c, "session:watch");
	const { id: sessionId } = parseWith(SessionParams, { id: c.req.param("id") });
	const model = chosenModel(c.req.query("model") ?? DEFAULT_MODEL.id);
	const way = wayOf(c);
	const { accountId, keyId, settings } = actor;
	const watch: Watch = { sessionId, model: model.id, sensitivity: settings.sensitivity, accountId, keyId };
	const url = `https://session/?watch=${encodeURIComponent(JSON.stringify(watch))}`;
	const upgrade = new Request(url, { headers: { Upgrade: "websocket" } });
	const response = await callObject(sessionStub(context, accountId, sessionId).fetch(upgrade));
	return answerIn(way, response);
}

/** How the client wants to be told. Throws `invalid_request` if it does not say. */
export function wayOf(c: RequestContext): "socket" | "events" {
	if (c.req.header("Upgrade")?.toLowerCase() === "websocket") return "socket";
	if (c.req.header("Accept")?.includes("text/event-stream")) return "events";
	const message = "Ask for an upgrade to a WebSocket, or for text/event-stream in Accept.";
	throw new Fault({ code: "invalid_request", message });
}

/** The object's socket, or what it sends as events. */
export function answerIn(way: "socket" | "events", response: Response): Response {
	const { webSocket } = response;
	if (way === "socket" || !webSocket) return response;
	return new Response(asEventStream(webSocket), {
		headers: { ...V1_HEADERS, "Content-Type": "text/event-stream", "Cache-Control": "no-store" },
	});
}
