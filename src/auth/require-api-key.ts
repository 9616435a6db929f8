import { createMiddleware } from "hono/factory";
import type { ApiKeyActor } from "../actor.ts";
import { Fault } from "../errors.ts";
import type { AppEnv } from "../http/app-env.ts";
import type { RequestContext } from "../http/router.ts";
import { findApiKey } from "./find-api-key.ts";
import { isPublishable } from "./key-format.ts";

/** What a key in a web page may do; everything else needs the secret key. */
const PUBLISHABLE_POWERS = new Set(["POST /v1/sessions/:id/events", "GET /v1/sessions/:id/mood"]);

/** The key of a request: header first; in the query a publishable key only, since a secret must not be in a URL. */
function presentedKey(c: RequestContext): string {
	const header =
		c.req.header("X-Api-Key") || /^Bearer\s+(\S+)$/i.exec(c.req.header("Authorization") ?? "")?.[1];
	if (header) return header;
	const key = c.req.query("key") ?? "";
	return isPublishable(key) ? key : "";
}

/** A browser leaves `Origin` out of a GET to its own origin and says so in a header that pages cannot forge. */
const originOf = (c: RequestContext): string | undefined =>
	c.req.header("Origin") ??
	(c.req.header("Sec-Fetch-Site") === "same-origin" ? new URL(c.req.url).origin : undefined);

function refuseBeyondPowers(c: RequestContext, { allowedOrigins }: ApiKeyActor, power: string): void {
	if (!allowedOrigins) return;
	if (!PUBLISHABLE_POWERS.has(power)) {
		throw new Fault({
			code: "forbidden",
			message: "A publishable key may only post events and read a mood.",
		});
	}
	const origin = originOf(c);
	if (origin === undefined || !allowedOrigins.includes(origin)) {
		throw new Fault({ code: "forbidden", message: "This publishable key may not be used from this origin." });
	}
}

/** Lets a request pass with a key that is valid for it; 401 without one, 403 where a publishable key ends. */
export const requireApiKey = (power: string) =>
	createMiddleware<AppEnv>(async function requireApiKey(c, next) {
		const actor = await findApiKey(c.var.context, presentedKey(c));
		if (!actor) throw new Fault({ code: "unauthenticated" });
		refuseBeyondPowers(c, actor, power);
		c.set("apiKey", actor);
		await next();
	});
