import { createMiddleware } from "hono/factory";
import { Fault } from "../errors.ts";
import type { AppEnv, RequestContext } from "../http/router.ts";
import { type ApiKeyAction, type PermittedAction, refusalOf } from "./authority.ts";
import { verifyToken } from "./clerk.ts";
import { findApiKey, isPublishable } from "./find-api-key.ts";

/** What a request presents as `Authorization: Bearer …`, undefined when it presents nothing. */
export const bearerTokenOf = (c: RequestContext): string | undefined =>
	/^Bearer\s+(\S+)$/i.exec(c.req.header("Authorization") ?? "")?.[1];

/** The key of a request: header first; in the query a publishable key only, since a secret must not be in a URL. */
function presentedKey(c: RequestContext): string {
	const header = c.req.header("X-Api-Key") || bearerTokenOf(c);
	if (header) return header;
	const key = c.req.query("key") ?? "";
	return isPublishable(key) ? key : "";
}

/** A browser leaves `Origin` out of a GET to its own origin and says so in a header that pages cannot forge. */
const originOf = (c: RequestContext): string | undefined =>
	c.req.header("Origin") ??
	(c.req.header("Sec-Fetch-Site") === "same-origin" ? new URL(c.req.url).origin : undefined);

/** Lets a request pass with a key that may do this; 401 without one, 403 where a publishable key ends. */
export const requireApiKey = (action: ApiKeyAction) =>
	createMiddleware<AppEnv>(async function requireApiKey(c, next) {
		const actor = await findApiKey(c.var.context, presentedKey(c));
		if (!actor) throw new Fault({ code: "unauthenticated" });
		const refusal = refusalOf(actor, action, actor.allowedOrigins ? originOf(c) : undefined);
		if (refusal) throw new Fault(refusal);
		c.set("apiKey", actor);
		await next();
	});

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
