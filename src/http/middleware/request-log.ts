import type { Context as HonoContext } from "hono";
import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import type { AppEnv } from "../app-env.ts";

type LogLevel = "info" | "warn" | "error";

/** One JSON object a line. Only what is named here is logged: routes as patterns, so no id of a session or person. */
function write(level: LogLevel, fields: Record<string, string | number>): void {
	// biome-ignore lint/suspicious/noConsole: the platform collects logs from the console
	console[level](JSON.stringify({ level, ...fields }));
}

const described = (c: HonoContext<AppEnv>) => ({
	request_id: c.var.requestId,
	method: c.req.method,
	route: routePath(c, -1),
});

/** Gives the request its id and logs every answer that is not a success. */
export const requestLog = (newId: () => string) =>
	createMiddleware<AppEnv>(async function requestLog(c, next) {
		const requestId = `req_${newId().replaceAll("-", "")}`;
		c.set("requestId", requestId);
		await next();
		c.res.headers.set("X-Request-Id", requestId);
		if (c.res.status >= 400)
			write(c.res.status >= 500 ? "error" : "info", { ...described(c), status: c.res.status });
	});

/** Logs what was thrown, by name and place only: a message may hold what a person sent. */
export function logFailure(c: HonoContext<AppEnv>, error: Error): void {
	const place = error.stack?.split("\n").find((line) => line.trimStart().startsWith("at ")) ?? "";
	write("error", { ...described(c), error: error.name, at: place.trim() });
}
