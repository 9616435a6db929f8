import type { Plan } from "./plans.ts";

/** Holder of an API key of contract A. A publishable key stands in web pages, so its powers are few. */
export interface ApiKeyActor {
	kind: "apiKey";
	accountId: string;
	plan: Plan;
	/** Null for a secret key; else the only origins that may use the key. */
	allowedOrigins: readonly string[] | null;
}

/** A signed-in person. `permissions` are in the form `emotion:create`. */
export interface UserActor {
	kind: "user";
	userId: string;
	permissions: ReadonlySet<string>;
}

export type Actor = ApiKeyActor | UserActor | { kind: "anonymous" };
