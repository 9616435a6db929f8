import { createRoute, z } from "@hono/zod-openapi";
import { refusal, signedIn, succeeded, success, successMessage, unauthenticated } from "../../api/journal.ts";
import { createRouter } from "../../http/router.ts";
import * as contract from "./contract.ts";
import { dismissAlert, listAlerts } from "./list-alerts.ts";

const tags = ["Alerts"];
const DISMISSED = "Alert dismissed successfully";

const alerts = createRoute({
	operationId: "listAlerts",
	method: "get",
	tags,
	...signedIn,
	path: "/",
	summary: "List what was noticed and not dismissed",
	responses: { 200: success("Newest first", z.array(contract.Alert)), ...unauthenticated },
});

const dismiss = createRoute({
	operationId: "dismissAlert",
	method: "post",
	path: "/{id}/dismiss",
	tags,
	...signedIn,
	summary: "Dismiss an alert",
	request: { params: contract.AlertParams },
	responses: {
		200: successMessage(DISMISSED),
		...unauthenticated,
		404: refusal("No such alert of yours"),
	},
});

/** `/api/progress/alerts` */
export function alertRoutes() {
	return createRouter()
		.openapi(alerts, async (c) => c.json(succeeded(await listAlerts(c.var.context, c.var.user.userId)), 200))
		.openapi(dismiss, async (c) => {
			await dismissAlert(c.var.context, c.var.user.userId, c.req.valid("param").id);
			return c.json({ success: true as const, message: DISMISSED }, 200);
		});
}
