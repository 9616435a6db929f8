import { createRoute, z } from "@hono/zod-openapi";
import { v1Error, withApiKey } from "../../api/v1.ts";
import { json, jsonBody } from "../../http/openapi.ts";
import { createRouter } from "../../http/router.ts";
import { IdempotencyHeader, SessionParams } from "../contract.ts";
import { idempotencyOf } from "../idempotency.ts";
import { refused, replayed, reused } from "../route-parts.ts";
import * as contract from "./contract.ts";
import {
	changeIntervention,
	createIntervention,
	deleteIntervention,
	findIntervention,
	listInterventions,
	summarise,
} from "./interventions.ts";
import { recordOutcome } from "./outcomes.ts";
import { readReport } from "./report.ts";

const tags = ["Interventions"];
const params = z.object({
	iid: z.string().openapi({ param: { name: "iid", in: "path" }, description: "The intervention's id" }),
});
const unknown = { 404: v1Error("No intervention of the account has this id") };
const managed = withApiKey("intervention:manage");

const create = createRoute({
	operationId: "createIntervention",
	method: "post",
	path: "/interventions",
	tags,
	summary: "Say what is to be shown, and in which mood",
	description:
		"Sessions learn of it within a minute. A share of them is held out, so that a report can tell what it does.",
	...managed,
	request: { body: jsonBody(contract.CreateInterventionBody) },
	responses: {
		201: json("The intervention", contract.Intervention),
		400: v1Error("A field is missing or malformed, or a mood is none of the model's"),
		...refused,
		409: v1Error("The account has 50 interventions"),
	},
});

const list = createRoute({
	operationId: "listInterventions",
	method: "get",
	path: "/interventions",
	tags,
	summary: "List interventions",
	...managed,
	request: {
		query: z.object({
			limit: z.coerce.number().int().min(1).max(100).default(20),
			cursor: z.string().optional(),
		}),
	},
	responses: {
		200: json("Newest first", contract.InterventionList),
		400: v1Error("The limit or the cursor is malformed"),
		...refused,
	},
});

const read = createRoute({
	operationId: "readIntervention",
	method: "get",
	path: "/interventions/{iid}",
	tags,
	summary: "Read an intervention",
	...managed,
	request: { params },
	responses: { 200: json("The intervention", contract.Intervention), ...refused, ...unknown },
});

const change = createRoute({
	operationId: "changeIntervention",
	method: "patch",
	path: "/interventions/{iid}",
	tags,
	summary: "Change an intervention",
	description:
		"What is left out stays. Sessions that were assigned stay as they are; another `holdout` starts a new count.",
	...managed,
	request: { params, body: jsonBody(contract.ChangeInterventionBody) },
	responses: {
		200: json("The intervention as it is now", contract.Intervention),
		400: v1Error("A field is malformed, or a mood is none of the model's"),
		...refused,
		...unknown,
	},
});

const remove = createRoute({
	operationId: "deleteIntervention",
	method: "delete",
	path: "/interventions/{iid}",
	tags,
	summary: "Delete an intervention and all that was counted of it",
	...managed,
	request: { params },
	responses: { 204: { description: "Deleted" }, ...refused, ...unknown },
});

const report = createRoute({
	operationId: "readInterventionReport",
	method: "get",
	path: "/interventions/{iid}/report",
	tags,
	summary: "What an intervention did, against the sessions that were held out",
	description:
		"The intervals hold however often one looks, so `conclusive` may be read daily: a confidence sequence, see the guide.",
	...managed,
	request: { params },
	responses: { 200: json("The report", contract.InterventionReport), ...refused, ...unknown },
});

const postOutcome = createRoute({
	operationId: "recordOutcome",
	method: "post",
	path: "/sessions/{id}/outcomes",
	tags,
	summary: "Record what happened later in a session, such as a purchase",
	...withApiKey("outcome:record"),
	request: {
		params: SessionParams,
		query: z.object({
			key: z.string().optional().openapi({ description: "A publishable key" }),
			idempotency_key: z.string().optional(),
		}),
		headers: IdempotencyHeader,
		body: jsonBody(contract.OutcomeBody),
	},
	responses: {
		200: { ...json("Recorded", contract.OutcomeAnswer), ...replayed },
		400: v1Error("A field is missing or malformed"),
		...refused,
		404: v1Error("No events are stored for this session"),
		409: v1Error("The session has 100 outcomes"),
		...reused,
	},
});

/** `/v1/interventions` and `/v1/sessions/:id/outcomes`. */
export function interventionRoutes() {
	return createRouter()
		.openapi(create, async (c) =>
			c.json(await createIntervention(c.var.context, c.var.apiKey, c.req.valid("json")), 201),
		)
		.openapi(list, async (c) =>
			c.json(await listInterventions(c.var.context, c.var.apiKey, c.req.valid("query")), 200),
		)
		.openapi(read, async (c) => {
			const row = await findIntervention(c.var.context, c.var.apiKey, c.req.valid("param").iid);
			return c.json(summarise(row), 200);
		})
		.openapi(change, async (c) => {
			const { iid } = c.req.valid("param");
			const body = c.req.valid("json");
			return c.json(await changeIntervention(c.var.context, c.var.apiKey, iid, body), 200);
		})
		.openapi(remove, async (c) => {
			await deleteIntervention(c.var.context, c.var.apiKey, c.req.valid("param").iid);
			return c.body(null, 204);
		})
		.openapi(report, async (c) =>
			c.json(await readReport(c.var.context, c.var.apiKey, c.req.valid("param").iid), 200),
		)
		.openapi(postOutcome, async (c) => {
			const { id } = c.req.valid("param");
			const { goal, value = null } = c.req.valid("json");
			const key = c.req.valid("header")["idempotency-key"] ?? c.req.valid("query").idempotency_key;
			const idempotency = idempotencyOf(key, await c.req.text());
			const kind = await recordOutcome(c.var.context, c.var.apiKey, id, { goal, value }, idempotency);
			if (kind === "replayed") c.header("Idempotency-Replayed", "true");
			return c.json({ session_id: id, outcome_recorded: true as const }, 200);
		});
}
