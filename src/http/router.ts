import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context as HonoContext } from "hono";
import { Fault } from "../errors.ts";
import type { AppEnv } from "./app-env.ts";
import { fieldIssues } from "./field-issues.ts";

export type Router = OpenAPIHono<AppEnv>;

/** A router whose validation failures become one kind of `Fault`. */
export function createRouter(): Router {
	return new OpenAPIHono<AppEnv>({
		defaultHook: (result) => {
			if (result.success) return;
			const { data } = result as { data?: unknown };
			throw new Fault({ code: "invalid_input", issues: fieldIssues(result.error, data) });
		},
	});
}

export type RequestContext = HonoContext<AppEnv>;
