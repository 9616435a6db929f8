import { createMiddleware } from "hono/factory";
import { Fault } from "../errors.ts";
import type { AppEnv } from "../http/app-env.ts";

/** Lets a signed-in person pass who holds the permission; 403 for any other. Stands behind `requireUser`. */
export const requirePermission = (permission: string) =>
	createMiddleware<AppEnv>(async function requirePermission(c, next) {
		if (!c.var.user.permissions.has(permission)) {
			throw new Fault({ code: "forbidden", message: `This needs the permission ${permission}.` });
		}
		await next();
	});
