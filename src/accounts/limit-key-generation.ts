import { createMiddleware } from "hono/factory";
import { Fault } from "../errors.ts";
import type { AppEnv } from "../http/app-env.ts";

/** As configured in wrangler.toml: 60 a minute. */
const PERIOD_SECONDS = 60;

/** The endpoint is open to anybody, so each client address gets a bounded number of keys a minute. */
export const limitKeyGeneration = createMiddleware<AppEnv>(async function limitKeyGeneration(c, next) {
	const key = c.req.header("CF-Connecting-IP") ?? "local";
	const { success } = await c.var.context.keyGenerationLimit.limit({ key });
	if (!success) throw new Fault({ code: "rate_limited", retryAfterSeconds: PERIOD_SECONDS });
	await next();
});
