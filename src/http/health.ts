import { createRoute, z } from "@hono/zod-openapi";
import packageJson from "../../package.json";
import { type DatabaseState, probe, type Table } from "../db/probe.ts";
import { json } from "./openapi.ts";
import { createRouter } from "./router.ts";

const TIMEOUT_MS = 2_000;

const DATABASE_REASONS: Record<Exclude<DatabaseState, "ready">, string> = {
	silent: "The database does not respond.",
	outdated:
		"The database is missing tables or columns. Apply the migrations: wrangler d1 migrations apply DB",
};
const NO_RECORDINGS =
	"The store of recordings (R2) does not respond: recordings can be neither kept nor played.";
const NO_OBJECTS = "The Durable Objects do not respond: session mood is unavailable.";

const Health = z
	.object({
		status: z.enum(["ok", "degraded", "down"]).openapi({
			description:
				"`degraded` when recordings or Durable Objects do not respond; `down` when the database does not respond or lacks migrations",
		}),
		version: z.string().openapi({ example: packageJson.version }),
		reason: z.string().optional().openapi({ description: "What is missing, and how to fix it" }),
	})
	.openapi("Health");

const health = createRoute({
	operationId: "readHealth",
	method: "get",
	path: "/health",
	tags: ["Service"],
	summary: "Check whether the service and its stores are ready",
	responses: {
		200: json("The service is ready, or works in part", Health),
		503: json("The database does not respond, or migrations are missing", Health),
	},
});

/** Whether `request` succeeds within `TIMEOUT_MS`. */
async function responds(request: () => Promise<unknown>): Promise<boolean> {
	const { promise: timeout, resolve } = Promise.withResolvers<boolean>();
	const timer = setTimeout(resolve, TIMEOUT_MS, false);
	try {
		return await Promise.race([request().then(() => true), timeout]);
	} catch {
		return false;
	} finally {
		clearTimeout(timer);
	}
}

/** `/health`. The database must have all of `tables`. */
export function healthRoutes(tables: readonly Table[]) {
	return createRouter().openapi(health, async (c) => {
		const { version } = packageJson;
		const { db, recordings, accounts } = c.var.context;
		const [state, hasRecordings, hasObjects] = await Promise.all([
			probe(db, tables, TIMEOUT_MS),
			responds(async () => recordings.head("health")),
			responds(async () => accounts.getByName("health").ping()),
		]);
		const missing = [
			...(state === "ready" ? [] : [DATABASE_REASONS[state]]),
			...(hasRecordings ? [] : [NO_RECORDINGS]),
			...(hasObjects ? [] : [NO_OBJECTS]),
		];
		if (missing.length === 0) return c.json({ status: "ok" as const, version }, 200);
		const reason = missing.join(" ");
		return state === "ready"
			? c.json({ status: "degraded" as const, version, reason }, 200)
			: c.json({ status: "down" as const, version, reason }, 503);
	});
}
