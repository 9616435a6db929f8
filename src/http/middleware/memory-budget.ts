import { createMiddleware } from "hono/factory";
import { Fault } from "../../errors.ts";
import type { AppEnv } from "../router.ts";

/** Bytes of large bodies that an isolate holds at once. Each is copied three or four times; an isolate has 128 MB. */
const BUDGET = 12 * 1024 * 1024;
const POLL_MS = 25;
/** A client that has to wait longer is better told to come back. */
const PATIENCE_MS = 20_000;
const RETRY_AFTER_S = 5;

let held = 0;

/**
 * Lets large bodies in one after the other: a request waits until what is held leaves room for it, or gets 503. By
 * polling, since in workerd no request may resolve a promise of another. `limit` is the most that a body may have.
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
