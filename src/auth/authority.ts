import type { Actor, ApiKeyActor, UserActor } from "../actor.ts";
import type { Problem } from "../errors.ts";

/** What a publishable key may do: very little, because anyone can read it in a web page. */
const PUBLISHABLE_KEY_ACTIONS = ["events:record", "outcome:record", "mood:read", "session:watch"] as const;

/** What a secret key may do. */
const SECRET_KEY_ACTIONS = [
	...PUBLISHABLE_KEY_ACTIONS,
	"feedback:record",
	"account:watch",
	"intervention:manage",
	"webhook:manage",
	"session:erase",
	"analytics:read",
	"key:create",
	"key:list",
	"key:change",
	"key:revoke",
	"key:rotate",
	"account:erase",
] as const;

/** Actions that require a permission of the same name in a signed-in person's token. */
const PERMITTED_ACTIONS = [
	"emotion:create",
	"emotion:edit",
	"emotion:delete",
	"emotion:category:create",
	"emotion:category:edit",
	"emotion:category:delete",
] as const;

export type ApiKeyAction = (typeof SECRET_KEY_ACTIONS)[number];
export type PermittedAction = (typeof PERMITTED_ACTIONS)[number];
/** `own:use` covers everything people do with their own data, and reading the vocabulary. */
export type Action = ApiKeyAction | PermittedAction | "own:use";

/**
 * The reason `actor` may not do `action`, or undefined if they may. Unlisted actions are refused. `origin` is that of
 * the calling page, undefined when the caller is not a page.
 */
export function refusalOf(actor: Actor, action: Action, origin?: string): Problem | undefined {
	switch (actor.kind) {
		case "apiKey":
			return refusalOfKey(actor, action, origin);
		case "user":
			return refusalOfUser(actor, action);
		case "anonymous":
			return { code: "unauthenticated" };
	}
}

const isOneOf = (actions: readonly string[], action: Action): boolean => actions.includes(action);

function refusalOfKey(
	{ allowedOrigins }: ApiKeyActor,
	action: Action,
	origin: string | undefined,
): Problem | undefined {
	if (!isOneOf(SECRET_KEY_ACTIONS, action)) return { code: "unauthenticated" };
	if (allowedOrigins === null) return undefined;
	if (!isOneOf(PUBLISHABLE_KEY_ACTIONS, action)) {
		return {
			code: "forbidden",
			message: "A publishable key may only post events and outcomes, and read or watch a mood.",
		};
	}
	return origin !== undefined && allowedOrigins.includes(origin)
		? undefined
		: { code: "forbidden", message: "This publishable key may not be used from this origin." };
}

function refusalOfUser({ permissions }: UserActor, action: Action): Problem | undefined {
	if (action === "own:use") return undefined;
	if (!isOneOf(PERMITTED_ACTIONS, action)) return { code: "unauthenticated" };
	return permissions.has(action)
		? undefined
		: { code: "forbidden", message: `This needs the permission ${action}.` };
}
