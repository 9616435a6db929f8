import { createMiddleware } from "hono/factory";
import type { ApiKeyActor } from "../actor.ts";
import type { Context } from "../context.ts";
import { Fault } from "../errors.ts";
import type { AppEnv, RequestContext } from "../http/router.ts";
import { type ApiKeyAction, type PermittedAction, refusalOf } from "./authority.ts";
import { verifyToken } from "./clerk.ts";
import { findApiKey, isPublishable } from "./find-api-key.ts";

/** The token of `Authorization: Bearer …`, or undefined. */
export const bearerTokenOf = (c: RequestContext): string | undefined =>
	/^Bearer\s+(\S+)$/i.exec(c.req.header("Authorization") ?? "")?.[1];

/** The API key of a request: from a header, or from the query if it is publishable. A secret must not be in a URL. */
function presentedKey(c: RequestContext): string {
	const header = c.req.header("X-Api-Key") || bearerTokenOf(c);
	if (header) return header;
	const key = c.req.query("key") ?? "";
	return isPublishable(key) ? key : "";
}

/** Browsers omit `Origin` on a same-origin GET, but send `Sec-Fetch-Site`, which pages cannot forge. */
const originOf = (c: RequestContext): string | undefined =>
	c.req.header("Origin") ??
	(c.req.header("Sec-Fetch-Site") === "same-origin" ? new URL(c.req.url).origin : undefined);

/**
 * The holder of the request's API key, if it allows `action`. Throws 401 without a key, 403 if a publishable key does
 * not allow it.
 */
export async function authorise(
	context: Context,
	c: RequestContext,
	action: ApiKeyAction,
): Promise<ApiKeyActor> {
	const actor = await findApiKey(context, presentedKey(c));
	if (!actor) throw new Fault({ code: "unauthenticated" });
	const refusal = refusalOf(actor, action, actor.allowedOrigins ? originOf(c) : undefined);
	if (refusal) throw new Fault(refusal);
	return actor;
}

/** Requires an API key that allows `action`: 401 without one, 403 if a publishable key does not allow it. */
export const requireApiKey = (action: ApiKeyAction) =>
	createMiddleware<AppEnv>(async function requireApiKey(c, next) {
		c.set("apiKey", await authorise(c.var.context, c, action));
		await next();
	});

/** Requires a valid bearer token. The 401 does not say why a token was rejected. */
export const requireUser = createMiddleware<AppEnv>(async function requireUser(c, next) {
	const token = bearerTokenOf(c);
	const { config, now } = c.var.context;
	const user = token && (await verifyToken(config, token, now()));
	const refusal = refusalOf(user || { kind: "anonymous" }, "own:use");
	if (!user || refusal) throw new Fault(refusal ?? { code: "unauthenticated" });
	c.set("user", user);
	await next();
});

/** Requires a permission, else 403. Must run after `requireUser`. */
export const requirePermission = (action: PermittedAction) =>
	createMiddleware<AppEnv>(async function requirePermission(c, next) {
		const refusal = refusalOf(c.var.user, action);
		if (refusal) throw new Fault(refusal);
		await next();
	});
