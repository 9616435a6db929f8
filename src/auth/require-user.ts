import { createMiddleware } from "hono/factory";
import { Fault } from "../errors.ts";
import type { AppEnv } from "../http/app-env.ts";
import { verifyToken } from "./clerk.ts";

/** Lets a request pass with a valid bearer token. The answer to any other says nothing about why. */
export const requireUser = createMiddleware<AppEnv>(async function requireUser(c, next) {
	const token = /^Bearer\s+(\S+)$/i.exec(c.req.header("Authorization") ?? "")?.[1];
	const { config, now } = c.var.context;
	const user = token && (await verifyToken(config, token, now()));
	if (!user) throw new Fault({ code: "unauthenticated" });
	c.set("user", user);
	await next();
});
