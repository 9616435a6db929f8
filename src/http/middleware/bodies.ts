import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { Fault } from "../../errors.ts";
import type { AppEnv } from "../router.ts";

/** Rejects bodies over `limit` bytes, with or without `Content-Length`. */
export const limitBody = (limit: number) => {
	const refuse = (): never => {
		throw new Fault({ code: "payload_too_large", limit });
	};
	const counted = bodyLimit({ maxSize: limit, onError: refuse });
	return createMiddleware<AppEnv>(async function limitBody(c, next) {
		// A body cannot be longer than its Content-Length, so there is no need to count its bytes.
		const length = c.req.header("Transfer-Encoding") ? undefined : c.req.header("Content-Length");
		if (length === undefined) return counted(c, next);
		if (Number(length) > limit) refuse();
		await next();
	});
};

/**
 * Treats every body as JSON, whatever its content type: curl's `-d` sends a form type, and `sendBeacon` must send
 * `text/plain` to avoid a preflight request.
 */
export const readBodyAsJson = createMiddleware<AppEnv>(async function anyBodyIsJson(c, next) {
	const type = c.req.header("Content-Type");
	if (c.req.method !== "GET" && type !== "application/json") {
		const headers = new Headers(c.req.raw.headers);
		headers.set("Content-Type", "application/json");
		c.req.raw = new Request(c.req.raw, { headers });
	}
	await next();
});
