import { cors } from "hono/cors";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../router.ts";

/** The response headers that cross-origin scripts may read. */
export const EXPOSED_HEADERS = ["X-Request-Id", "Retry-After", "Idempotency-Replayed", "ETag"];

const SECURITY_HEADERS = {
	"X-Content-Type-Options": "nosniff",
	"X-Frame-Options": "DENY",
	"Referrer-Policy": "no-referrer",
	"Strict-Transport-Security": "max-age=31536000; includeSubDomains",
	"Cross-Origin-Resource-Policy": "cross-origin",
};
const ANY_ORIGIN = {
	"Access-Control-Allow-Origin": "*",
	"Access-Control-Expose-Headers": EXPOSED_HEADERS.join(","),
};
const NO_STORE = { "Cache-Control": "no-store" };

/**
 * What the middleware below sets one by one on an answer of `/v1`, as one object: an answer that is made with all its
 * headers costs a fraction of one that gets them afterwards.
 */
export const V1_HEADERS = { ...SECURITY_HEADERS, ...ANY_ORIGIN, ...NO_STORE };

/**
 * Headers against MIME sniffing, framing and referrer leaks. Set after the handler: touching `c.res` earlier makes
 * Hono build a second response and merge the two, a tenth of a request's CPU time.
 */
export const secureHeaders = createMiddleware<AppEnv>(async function secureHeaders(c, next) {
	await next();
	for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.res.headers.set(name, value);
});

/** Keeps caches off responses about a person or an account, unless the route sets `Cache-Control` itself. */
export const noStore = createMiddleware<AppEnv>(async function noStore(c, next) {
	await next();
	if (!c.res.headers.has("Cache-Control")) c.res.headers.set("Cache-Control", NO_STORE["Cache-Control"]);
});

const preflight = cors({ origin: "*", exposeHeaders: EXPOSED_HEADERS, maxAge: 86_400 });

/** CORS for any origin. `hono/cors` handles only preflight requests; other requests need just the two headers. */
export const anyOrigin = createMiddleware<AppEnv>(async function anyOrigin(c, next) {
	if (c.req.method === "OPTIONS") return preflight(c, next);
	await next();
	for (const [name, value] of Object.entries(ANY_ORIGIN)) c.res.headers.set(name, value);
});
