import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../app-env.ts";

/**
 * Reads every body as JSON, whatever its content type says: curl's `-d` sends a form type, and a browser's
 * `sendBeacon` must send `text/plain` to do without a preflight request.
 */
export const anyBodyIsJson = createMiddleware<AppEnv>(async function anyBodyIsJson(c, next) {
	const type = c.req.header("Content-Type");
	if (c.req.method !== "GET" && type !== "application/json") {
		const headers = new Headers(c.req.raw.headers);
		headers.set("Content-Type", "application/json");
		c.req.raw = new Request(c.req.raw, { headers });
	}
	await next();
});
