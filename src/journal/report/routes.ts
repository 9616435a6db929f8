import { createRoute } from "@hono/zod-openapi";
import { refusal, signedIn, unauthenticated } from "../../api/journal.ts";
import { headers } from "../../http/openapi.ts";
import { createRouter } from "../../http/router.ts";
import { ReportQuery } from "./contract.ts";
import { writeReport } from "./write-report.ts";

const report = createRoute({
	operationId: "writeReport",
	method: "get",
	path: "/",
	tags: ["Progress"],
	...signedIn,
	summary: "Write a report to print, for a clinician",
	description:
		"A page without scripts that prints on A4: what the person picked of at most 366 days, in English, Hindi or Gujarati. Of activities it says only what can be told from chance.",
	request: { query: ReportQuery },
	responses: {
		200: {
			description: "The page",
			content: { "text/html": { schema: { type: "string" as const } } },
			...headers({ "Content-Security-Policy": "Allows its own style and nothing else" }),
		},
		400: refusal("A day that does not exist, too many days, or a part that is unknown"),
		...unauthenticated,
	},
});

/** `/api/report`. */
export function reportRoutes() {
	return createRouter().openapi(report, async (c) => {
		const { context, user } = c.var;
		const nonce = context.newId();
		const page = await writeReport(context, user.userId, c.req.valid("query"), nonce);
		c.header(
			"Content-Security-Policy",
			`default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
		);
		return c.html(page, 200);
	});
}
