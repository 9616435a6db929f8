import { createRoute, z } from "@hono/zod-openapi";
import packageJson from "../../package.json";
import { type DatabaseState, probe, type Table } from "../db/probe.ts";
import { json } from "./openapi.ts";
import { createRouter } from "./router.ts";

const DATABASE_TIMEOUT_MS = 2_000;

const REASONS: Record<Exclude<DatabaseState, "ready">, string> = {
	silent: "The database does not respond.",
	outdated:
		"The database is missing tables or columns. Apply the migrations: wrangler d1 migrations apply DB",
};

const Health = z
	.object({
		status: z
			.enum(["ok", "degraded", "down"])
			.openapi({ description: "`down` when the database does not respond or migrations are missing" }),
		version: z.string().openapi({ example: packageJson.version }),
		reason: z.string().optional().openapi({ description: "Why the service is down, and how to fix it" }),
	})
	.openapi("Health");

const health = createRoute({
	operationId: "readHealth",
	method: "get",
	path: "/health",
	tags: ["Service"],
	summary: "Check whether the service and its database are ready",
	responses: {
		200: json("The service is ready", Health),
		503: json("The database does not respond, or migrations are missing", Health),
	},
});

/** `/health`. The database must have all of `tables`. */
export function healthRoutes(tables: readonly Table[]) {
	return createRouter().openapi(health, async (c) => {
		const { version } = packageJson;
		const state = await probe(c.var.context.db, tables, DATABASE_TIMEOUT_MS);
		if (state === "ready") return c.json({ status: "ok" as const, version }, 200);
		return c.json({ status: "down" as const, version, reason: REASONS[state] }, 503);
	});
}
