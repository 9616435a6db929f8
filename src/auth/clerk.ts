import { jwtVerify } from "jose";
import type { UserActor } from "../actor.ts";
import type { Config } from "../config.ts";
import { Fault } from "../errors.ts";
import { keySetOf } from "./key-sets.ts";
import { permissionsOf } from "./permissions.ts";

/** Allowed clock skew between Clerk and this server, in seconds. */
const LEEWAY_S = 5;

/** Clerk ids have about 32 characters. 100 characters of any script, URL-encoded, fit an R2 key of 1,024 bytes. */
const MAX_USER_ID_LENGTH = 100;

/**
 * Verifies a Clerk session token and returns its user, or undefined if it is invalid for any reason. `azp`, the origin
 * that the token was issued for, must be one of ours if present. Throws `unavailable` if the issuer's keys cannot be
 * fetched, because the token may still be valid.
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

/** Ids become part of storage keys, so they must be well-formed and short; jose checks neither. */
const isUserId = (sub: unknown): sub is string =>
	typeof sub === "string" && sub !== "" && sub.length <= MAX_USER_ID_LENGTH && sub.isWellFormed();
