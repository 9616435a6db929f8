import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context as HonoContext } from "hono";
import type { ApiKeyActor, UserActor } from "../actor.ts";
import type { Context } from "../context.ts";
import { Fault } from "../errors.ts";
import { fieldIssues } from "./field-issues.ts";

/** The variables that middleware sets for handlers in `c.var`. */
export interface AppEnv {
	Bindings: Env;
	Variables: {
		requestId: string;
		context: Context;
		/** Set on routes behind `requireApiKey`. */
		apiKey: ApiKeyActor;
		/** Set on routes behind `requireUser`. */
		user: UserActor;
		/** What went wrong before the middleware ran; the route throws it again. */
		failure: Error;
	};
}

export type Router = OpenAPIHono<AppEnv>;

/** A router that throws validation failures as `Fault`s with code `invalid_input`. */
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
