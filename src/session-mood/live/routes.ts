import { createRoute, z } from "@hono/zod-openapi";
import { createMiddleware } from "hono/factory";
import { v1Error, withApiKey } from "../../api/v1.ts";
import { authorise } from "../../auth/guards.ts";
import { type Clock, type Context, contextOf } from "../../context.ts";
import { Fault, invalidField } from "../../errors.ts";
import { parseWith } from "../../http/field-issues.ts";
import { V1_HEADERS } from "../../http/middleware/answer-headers.ts";
import type { AppEnv, RequestContext, Router } from "../../http/router.ts";
import { callObject } from "../../outages.ts";
import type { Listening } from "../account/account-watchers.ts";
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

const AccountQuery = LiveQuery.omit({ key: true }).extend({
	moods: z.string().optional().openapi({
		description: "Only changes to these moods, with commas between",
		example: "frustrated,confused",
	}),
	after: z
		.string()
		.regex(/^\d{1,15}$/, "Not a cursor of this stream")
		.optional()
		.openapi({
			description: "Continues after the change with this cursor; for event streams also `Last-Event-ID`",
		}),
});

const AccountMessage = z
	.discriminatedUnion("type", [
		z.object({
			type: z.literal("mood"),
			cursor: z.string(),
			session_id: MoodReading.shape.session_id,
			mood: MoodReading.shape.mood,
			previous: MoodReading.shape.mood.nullable(),
			confidence: MoodReading.shape.confidence,
			suggested_action: MoodReading.shape.suggested_action,
			event_count: z.number().int(),
			updated_at: z.iso.datetime(),
		}),
		z.object({ type: z.literal("gap") }),
		z.object({ type: z.literal("erased"), session_id: z.string() }),
	])
	.openapi("AccountMessage");

const watchAccount = createRoute({
	operationId: "watchAccount",
	method: "get",
	path: "/live",
	tags: ["Live"],
	summary: "Watch the moods of all sessions change",
	description:
		"With `Upgrade: websocket`, or as server-sent events with `Accept: text/event-stream`. Every change of mood, with a cursor to continue after: changes are kept for 24 hours, the newest 10,000; where some are gone, `gap` comes first.",
	...withApiKey("account:watch"),
	request: { query: AccountQuery },
	responses: {
		101: { description: "Watching: each message is an AccountMessage" },
		200: {
			description: "Server-sent events; each one's data is an AccountMessage, its id the cursor",
			content: { "text/event-stream": { schema: AccountMessage } },
		},
		400: v1Error("Unknown model or mood, a malformed cursor, or neither an upgrade nor an event stream"),
		...refused,
	},
});

/** Documents the routes, and answers their failures: see `watchSessionFirst`. */
export function withLiveRoutes(router: Router): Router {
	router.openAPIRegistry.registerPath(watchSession);
	router.openAPIRegistry.registerPath(watchAccount);
	for (const path of ["/sessions/:id/live", "/live"])
		router.get(path, (c) => {
			throw c.var.failure;
		});
	return router;
}

type Watching = (context: Context, c: RequestContext) => Promise<Response>;

/** Ahead of the middleware: nothing may touch the headers of an upgrade. A failure takes the ordinary way. */
const first = (watching: Watching) => (clock: Clock) =>
	createMiddleware<AppEnv>(async function watchFirst(c, next) {
		try {
			return await watching({ ...contextOf(c.env), now: clock }, c);
		} catch (failure) {
			c.set("failure", failure as Error);
			return next();
		}
	});

/** `GET /v1/sessions/:id/live`. */
export const watchSessionFirst = first(sessionWatched);
/** `GET /v1/live`. */
export const watchAccountFirst = first(accountWatched);

async function accountWatched(context: Context, c: RequestContext): Promise<Response> {
	const { accountId, keyId } = await authorise(context, c, "account:watch");
	const query = parseWith(AccountQuery, { ...c.req.query(), ...resumed(c) });
	const model = chosenModel(query.model);
	const moods = query.moods?.split(",").map((mood) => mood.trim()) ?? null;
	const unknown = moods?.find((name) => !model.moods.some(({ mood }) => mood === name));
	if (unknown !== undefined) throw invalidField("moods", `${unknown} is not a mood of the model ${model.id}`);
	const way = wayOf(c);
	const listening: Listening = { model: model.id, moods, keyId };
	const params = new URLSearchParams({ listening: JSON.stringify(listening) });
	if (query.after !== undefined) params.set("after", query.after);
	const upgrade = new Request(`https://account/?${params}`, { headers: { Upgrade: "websocket" } });
	return answerIn(way, await callObject(context.accounts.getByName(accountId).fetch(upgrade)));
}

/** Browsers continue an event stream with a header. */
function resumed(c: RequestContext): { after?: string } {
	const after = c.req.header("Last-Event-ID");
	return after ? { after } : {};
}

async function sessionWatched(context: Context, c: RequestContext): Promise<Response> {
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
function wayOf(c: RequestContext): "socket" | "events" {
	if (c.req.header("Upgrade")?.toLowerCase() === "websocket") return "socket";
	if (c.req.header("Accept")?.includes("text/event-stream")) return "events";
	const message = "Ask for an upgrade to a WebSocket, or for text/event-stream in Accept.";
	throw new Fault({ code: "invalid_request", message });
}

/** The object's socket, or what it sends as events. */
function answerIn(way: "socket" | "events", response: Response): Response {
	const { webSocket } = response;
	if (way === "socket" || !webSocket) return response;
	return new Response(asEventStream(webSocket), {
		headers: { ...V1_HEADERS, "Content-Type": "text/event-stream", "Cache-Control": "no-store" },
	});
}
