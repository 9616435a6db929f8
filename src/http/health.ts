import { createRoute, z } from "@hono/zod-openapi";
import packageJson from "../../package.json";
import { isAnswering } from "../db/is-answering.ts";
import { createRouter } from "./router.ts";

const DATABASE_TIMEOUT_MS = 2_000;

const Health = z
	.object({
		status: z
			.enum(["ok", "degraded", "down"])
			.openapi({ description: "`down` when the database does not answer" }),
		version: z.string().openapi({ example: "1.0.0" }),
	})
	.openapi("Health");

const health = createRoute({
	operationId: "readHealth",
	method: "get",
	path: "/health",
	tags: ["Service"],
	summary: "Whether the service and its database answer",
	responses: {
		200: { description: "All is well", content: { "application/json": { schema: Health } } },
		503: { description: "The database does not answer", content: { "application/json": { schema: Health } } },
	},
});

export function healthRoutes() {
	return createRouter().openapi(health, async (c) => {
		const { version } = packageJson;
		if (await isAnswering(c.var.context.db, DATABASE_TIMEOUT_MS))
			return c.json({ status: "ok" as const, version }, 200);
		return c.json({ status: "down" as const, version }, 503);
	});
}
