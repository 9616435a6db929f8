import { jwtVerify } from "jose";
import type { UserActor } from "../actor.ts";
import type { Config } from "../config.ts";
import { Fault } from "../errors.ts";
import { keySetOf } from "./key-sets.ts";
import { permissionsOf } from "./permissions.ts";

/** How far the clocks of Clerk and of ours may be apart, in seconds. */
const LEEWAY_S = 5;

/** Clerk's ids have about 32 characters; 100 in any script, encoded, fit the 1,024 bytes of an R2 key. */
const MAX_USER_ID_LENGTH = 100;

/**
 * The person a Clerk session token speaks for; undefined when it speaks for nobody, whatever the reason.
 * `azp` is the origin a token was made for: when present it must be one of ours. Throws `unavailable` when the
 * issuer's keys cannot be had, since that says nothing about the token.
 */
export async function verifyToken(
	config: Pick<Config, "tokenIssuer" | "webOrigins">,
	token: string,
	now: number,
): Promise<UserActor | undefined> {
	const { tokenIssuer, webOrigins } = config;
	if (tokenIssuer.kind === "none") return undefined;
	try {
		const { payload } = await jwtVerify(token, keySetOf(tokenIssuer, now), {
			algorithms: ["RS256"],
			issuer: tokenIssuer.issuer,
			requiredClaims: ["exp", "sub"],
			clockTolerance: LEEWAY_S,
			currentDate: new Date(now),
		});
		if (!isUserId(payload.sub) || payload.sts === "pending") return undefined;
		if (payload.azp !== undefined && !webOrigins.some((origin) => origin === payload.azp)) return undefined;
		return { kind: "user", userId: payload.sub, permissions: permissionsOf(payload) };
	} catch (error) {
		if (error instanceof Fault) throw error;
		return undefined;
	}
}

/** Ids become part of storage keys, which take well-formed text of limited length; jose looks at neither. */
const isUserId = (sub: unknown): sub is string =>
	typeof sub === "string" && sub !== "" && sub.length <= MAX_USER_ID_LENGTH && sub.isWellFormed();
