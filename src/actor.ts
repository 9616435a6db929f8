import type { KeySettings } from "./key-settings.ts";
import type { Plan } from "./plans.ts";

/** The holder of an API key for `/v1`. A publishable key is visible in web pages, so it may do very little. */
export interface ApiKeyActor {
	kind: "apiKey";
	keyId: string;
	accountId: string;
	plan: Plan;
	/** Null for a secret key; otherwise the only origins that may use the key. */
	allowedOrigins: readonly string[] | null;
	settings: KeySettings;
}

/** A signed-in person. `permissions` look like `emotion:create`. */
export interface UserActor {
	kind: "user";
	userId: string;
	permissions: ReadonlySet<string>;
}

export type Actor = ApiKeyActor | UserActor | { kind: "anonymous" };
