import type { Context as HonoContext } from "hono";
import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import { Fault } from "../../errors.ts";
import type { AppEnv } from "../router.ts";

type LogLevel = "info" | "warn" | "error";

/** Writes one JSON object per line. Routes are logged as patterns, so no session or user id is ever logged. */
function write(level: LogLevel, fields: Record<string, string | number>): void {
	// biome-ignore lint/suspicious/noConsole: the platform collects logs from the console
	console[level](JSON.stringify({ level, ...fields }));
}

const requestFields = (c: HonoContext<AppEnv>) => ({
	request_id: c.var.requestId,
	method: c.req.method,
	route: routePath(c, -1),
});

/** An id for a request, which the answer and the log both name. */
export const newRequestId = (newId: () => string): string => `req_${newId().replaceAll("-", "")}`;

/** Assigns the request id and logs every response with status 400 or higher. */
export const requestLog = (newId: () => string) =>
	createMiddleware<AppEnv>(async function requestLog(c, next) {
		const requestId = newRequestId(newId);
		c.set("requestId", requestId);
		await next();
		c.res.headers.set("X-Request-Id", requestId);
		if (c.res.status >= 400)
			write(c.res.status >= 500 ? "error" : "info", { ...requestFields(c), status: c.res.status });
	});

/** The top stack frame. The error message is left out because it may contain user input. */
function stackTopOf(error: unknown): string {
	const stack = error instanceof Error ? (error.stack ?? "") : "";
	return (stack.split("\n").find((line) => line.trimStart().startsWith("at ")) ?? "").trim();
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** Logs an unexpected error of a request: only its name and stack frame. */
export function logFailure(c: HonoContext<AppEnv>, error: Error): void {
	write("error", { ...requestFields(c), error: nameOf(error), at: stackTopOf(error) });
}

/** Logs a failed chore: only error name and stack frame, one line for each error. */
export function logChoreFailure(chore: string, error: unknown): void {
	for (const each of error instanceof AggregateError ? error.errors : [error]) {
		const cause = each instanceof Fault ? (each.cause ?? each) : each;
		write("error", { chore, error: nameOf(cause), at: stackTopOf(cause) });
	}
}
