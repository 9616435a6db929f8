import type { ApiKeyActor, UserActor } from "../actor.ts";
import type { Context } from "../context.ts";

/** What middleware leaves for handlers in `c.var`. */
export interface AppEnv {
	Bindings: Env;
	Variables: {
		requestId: string;
		context: Context;
		/** Set on routes behind `requireApiKey`. */
		apiKey: ApiKeyActor;
		/** Set on routes behind `requireUser`. */
		user: UserActor;
	};
}
