import { createRoute } from "@hono/zod-openapi";
import {
	refusal,
	signedIn,
	succeeded,
	success,
	successMessage,
	takesJson,
	unauthenticated,
} from "../../api/journal.ts";
import { jsonBody } from "../../http/openapi.ts";
import { createRouter } from "../../http/router.ts";
import * as contract from "./contract.ts";
import { addPushSubscription, listPushSubscriptions, removePushSubscription } from "./push-subscriptions.ts";

const tags = ["Reminders"];
const REMOVED = "Push subscription removed successfully";

const push = createRoute({
	operationId: "readReminderDevices",
	method: "get",
	path: "/",
	tags,
	...signedIn,
	summary: "See which browsers are reminded, and the key to subscribe with",
	responses: { 200: success("Oldest first", contract.PushState), ...unauthenticated },
});

const subscribe = createRoute({
	operationId: "addReminderDevice",
	method: "post",
	path: "/",
	tags,
	...takesJson,
	summary: "Have a browser reminded",
	request: { body: jsonBody(contract.PushSubscriptionBody) },
	responses: {
		201: success("Stored", contract.StoredPush),
		400: refusal("Not a push subscription"),
		...unauthenticated,
		409: refusal("Too many browsers"),
	},
});

const unsubscribe = createRoute({
	operationId: "removeReminderDevice",
	method: "delete",
	path: "/",
	tags,
	...takesJson,
	summary: "Stop reminding a browser",
	request: { body: jsonBody(contract.PushRemoval) },
	responses: {
		200: successMessage(REMOVED),
		400: refusal("No endpoint given"),
		...unauthenticated,
		404: refusal("No such subscription of yours"),
	},
});

/** `/api/settings/push` */
export function reminderRoutes() {
	return createRouter()
		.openapi(push, async (c) => {
			const publicKey = c.var.context.config.pushIdentity?.publicKey ?? null;
			const subscriptions = await listPushSubscriptions(c.var.context, c.var.user.userId);
			return c.json(succeeded({ publicKey, subscriptions }), 200);
		})
		.openapi(subscribe, async (c) => {
			const { endpoint, keys } = c.req.valid("json");
			const target = { endpoint, p256dh: keys.p256dh, auth: keys.auth };
			return c.json(succeeded(await addPushSubscription(c.var.context, c.var.user.userId, target)), 201);
		})
		.openapi(unsubscribe, async (c) => {
			await removePushSubscription(c.var.context, c.var.user.userId, c.req.valid("json").endpoint);
			return c.json({ success: true as const, message: REMOVED }, 200);
		});
}
