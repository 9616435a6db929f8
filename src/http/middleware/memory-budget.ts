import { createMiddleware } from "hono/factory";
import { Fault } from "../../errors.ts";
import type { AppEnv } from "../router.ts";

/** Bytes of large bodies held at once in an isolate of 128 MB; each is copied three or four times. */
const BUDGET = 12 * 1024 * 1024;
const POLL_MS = 25;
/** After this long, a client is told to come back later. */
const PATIENCE_MS = 20_000;
const RETRY_AFTER_S = 5;

let held = 0;

/**
 * Admits large bodies one after another: a request waits until the budget has room for it, or gets a 503. It polls,
 * because in workerd one request cannot resolve another's promise. `limit` is the route's maximum body size in bytes.
 */
export const withinMemory = (limit: number) =>
	createMiddleware<AppEnv>(async function withinMemory(c, next) {
		const declared = c.req.header("Transfer-Encoding") ? undefined : c.req.header("Content-Length");
		const bytes = Math.min(BUDGET, Math.max(0, Number(declared ?? limit) || 0));
		for (let waited = 0; held + bytes > BUDGET; waited += POLL_MS) {
			if (waited >= PATIENCE_MS) throw busy();
			await new Promise((resolve) => setTimeout(resolve, POLL_MS));
		}
		held += bytes;
		try {
			await next();
		} finally {
			held -= bytes;
		}
	});

const busy = (): Fault =>
	new Fault({
		code: "unavailable",
		message: "Many large files are arriving at once. Please try again in a moment.",
		retryAfterSeconds: RETRY_AFTER_S,
	});
