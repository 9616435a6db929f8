import { createRoute, z } from "@hono/zod-openapi";
import { v1Error, withApiKey } from "../../api/v1.ts";
import { json, jsonBody } from "../../http/openapi.ts";
import { createRouter } from "../../http/router.ts";
import { refused } from "../route-parts.ts";
import * as contract from "./contract.ts";
import {
	changeWebhook,
	createWebhook,
	deleteWebhook,
	listDeliveries,
	listWebhooks,
	testWebhook,
} from "./webhooks.ts";

const tags = ["Webhooks"];
const params = z.object({
	wid: z.string().openapi({ param: { name: "wid", in: "path" }, description: "The webhook's id" }),
});
const unknown = { 404: v1Error("No webhook of the account has this id") };
const managed = withApiKey("webhook:manage");

const create = createRoute({
	operationId: "createWebhook",
	method: "post",
	path: "/webhooks",
	tags,
	summary: "Be told what happens",
	description:
		"Messages are signed by Standard Webhooks and sent at least once: any 2xx within 15 s is success; otherwise again after 5 s, 5 min, 30 min, 2, 5, 10, 14, 20 and 24 hours.",
	...managed,
	request: { body: jsonBody(contract.CreateWebhookBody) },
	responses: {
		201: json("The webhook, with its secret this once", contract.CreatedWebhook),
		400: v1Error("A field is malformed, or the address may not be sent to"),
		...refused,
		409: v1Error("The account has 10 webhooks"),
	},
});

const list = createRoute({
	operationId: "listWebhooks",
	method: "get",
	path: "/webhooks",
	tags,
	summary: "List webhooks",
	...managed,
	responses: { 200: json("Newest first, without their secrets", contract.WebhookList), ...refused },
});

const change = createRoute({
	operationId: "changeWebhook",
	method: "patch",
	path: "/webhooks/{wid}",
	tags,
	summary: "Change a webhook, or switch it on again",
	...managed,
	request: { params, body: jsonBody(contract.ChangeWebhookBody) },
	responses: {
		200: json("The webhook as it is now", contract.Webhook),
		400: v1Error("A field is malformed, or the address may not be sent to"),
		...refused,
		...unknown,
	},
});

const remove = createRoute({
	operationId: "deleteWebhook",
	method: "delete",
	path: "/webhooks/{wid}",
	tags,
	summary: "Delete a webhook and what is still to be sent to it",
	...managed,
	request: { params },
	responses: { 204: { description: "Deleted" }, ...refused, ...unknown },
});

const test = createRoute({
	operationId: "testWebhook",
	method: "post",
	path: "/webhooks/{wid}/test",
	tags,
	summary: "Send a `ping`",
	...managed,
	request: { params },
	responses: {
		202: json("On its way: see the deliveries", contract.TestSent),
		...refused,
		...unknown,
		409: v1Error("The webhook is switched off"),
	},
});

const deliveries = createRoute({
	operationId: "listDeliveries",
	method: "get",
	path: "/webhooks/{wid}/deliveries",
	tags,
	summary: "See how the latest messages went",
	...managed,
	request: { params },
	responses: { 200: json("The latest 100, newest first", contract.DeliveryList), ...refused, ...unknown },
});

/** `/v1/webhooks`. */
export function webhookRoutes() {
	return createRouter()
		.openapi(create, async (c) =>
			c.json(await createWebhook(c.var.context, c.var.apiKey, c.req.valid("json")), 201),
		)
		.openapi(list, async (c) =>
			c.json({ data: await listWebhooks(c.var.context, c.var.apiKey), next_cursor: null }, 200),
		)
		.openapi(change, async (c) => {
			const { wid } = c.req.valid("param");
			return c.json(await changeWebhook(c.var.context, c.var.apiKey, wid, c.req.valid("json")), 200);
		})
		.openapi(remove, async (c) => {
			await deleteWebhook(c.var.context, c.var.apiKey, c.req.valid("param").wid);
			return c.body(null, 204);
		})
		.openapi(test, async (c) => {
			const id = await testWebhook(c.var.context, c.var.apiKey, c.req.valid("param").wid);
			return c.json({ id, sent: true as const }, 202);
		})
		.openapi(deliveries, async (c) => {
			const data = await listDeliveries(c.var.context, c.var.apiKey, c.req.valid("param").wid);
			return c.json({ data, next_cursor: null }, 200);
		});
}
