import { createMiddleware } from "hono/factory";
import { Fault } from "../errors.ts";
import type { AppEnv } from "../http/app-env.ts";
import { type PermittedAction, refusalOf } from "./authority.ts";
import { bearerTokenOf } from "./bearer-token.ts";
import { verifyToken } from "./clerk.ts";

/** Lets a request pass with a valid bearer token. The answer to any other says nothing about why. */
export const requireUser = createMiddleware<AppEnv>(async function requireUser(c, next) {
	const token = bearerTokenOf(c);
	const { config, now } = c.var.context;
	const user = token && (await verifyToken(config, token, now()));
	const refusal = refusalOf(user || { kind: "anonymous" }, "own:use");
	if (!user || refusal) throw new Fault(refusal ?? { code: "unauthenticated" });
	c.set("user", user);
	await next();
});

/** Lets a signed-in person pass who may do this; 403 for any other. Stands behind `requireUser`. */
export const requirePermission = (action: PermittedAction) =>
	createMiddleware<AppEnv>(async function requirePermission(c, next) {
		const refusal = refusalOf(c.var.user, action);
		if (refusal) throw new Fault(refusal);
		await next();
	});
