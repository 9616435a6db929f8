import { createMiddleware } from "hono/factory";
import { Fault } from "../errors.ts";
import type { AppEnv } from "../http/app-env.ts";
import type { RequestContext } from "../http/router.ts";
import { type ApiKeyAction, refusalOf } from "./authority.ts";
import { bearerTokenOf } from "./bearer-token.ts";
import { findApiKey } from "./find-api-key.ts";
import { isPublishable } from "./key-format.ts";

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
