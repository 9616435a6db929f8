import type { Context as HonoContext } from "hono";
import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import type { AppEnv } from "../router.ts";

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

/** Where in the code something was thrown. A message may hold what a person sent, so it is left out. */
function placeOf(error: unknown): string {
	const stack = error instanceof Error ? (error.stack ?? "") : "";
	return (stack.split("\n").find((line) => line.trimStart().startsWith("at ")) ?? "").trim();
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** Logs what a request threw, by name and place only. */
export function logFailure(c: HonoContext<AppEnv>, error: Error): void {
	write("error", { ...described(c), error: nameOf(error), at: placeOf(error) });
}

/** Logs what a scheduled chore threw, by name and place only; each of several failures in a line of its own. */
export function logChoreFailure(chore: string, error: unknown): void {
	for (const each of error instanceof AggregateError ? error.errors : [error]) {
		write("error", { chore, error: nameOf(each), at: placeOf(each) });
	}
}
