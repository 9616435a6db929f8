import { createRoute } from "@hono/zod-openapi";
import { signedIn, succeeded, success, successMessage, unauthenticated } from "../../api/journal.ts";
import { createRouter } from "../../http/router.ts";
import { readSettings } from "../settings/read-settings.ts";
import { AdjustmentState } from "./contract.ts";
import { forgetAdjustment } from "./forget-adjustment.ts";
import { readLearned } from "./read-adjustment.ts";

const tags = ["Voice adjustment"];
const FORGOTTEN = "Voice adjustment forgotten successfully";

const read = createRoute({
	operationId: "readAdjustment",
	method: "get",
	path: "/",
	tags,
	...signedIn,
	summary: "Read how your scores are adjusted to you",
	description:
		"Learned from the scores of your notes and the moods you chose, not from your voice: nine numbers, worked out anew from your entries of the last six to twelve months whenever they are needed.",
	responses: { 200: success("What was learned so far", AdjustmentState), ...unauthenticated },
});

const forget = createRoute({
	operationId: "forgetAdjustment",
	method: "delete",
	path: "/",
	tags,
	...signedIn,
	summary: "Forget how your scores are adjusted to you",
	description:
		"Moods chosen for notes up to today teach nothing any more. They stay in the journal; later notes teach again, unless `voiceAdjustmentEnabled` is false in the settings.",
	responses: { 200: successMessage(FORGOTTEN), ...unauthenticated },
});

/** `/api/adjustment` */
export function adjustmentRoutes() {
	return createRouter()
		.openapi(read, async (c) => {
			const { context, user } = c.var;
			const settings = await readSettings(context, user.userId);
			const state = {
				enabled: settings.voiceAdjustmentEnabled,
				forgottenThrough: settings.voiceAdjustmentForgottenThrough,
				learned: await readLearned(context, user.userId),
			};
			return c.json(succeeded(state), 200);
		})
		.openapi(forget, async (c) => {
			await forgetAdjustment(c.var.context, c.var.user.userId);
			return c.json({ success: true as const, message: FORGOTTEN }, 200);
		});
}
