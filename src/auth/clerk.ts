import { createLocalJWKSet, createRemoteJWKSet, jwtVerify } from "jose";
import type { Config, TokenIssuer } from "../config.ts";
import type { UserActor } from "./actor.ts";
import { permissionsOf } from "./permissions.ts";

type KeySet = ReturnType<typeof createLocalJWKSet> | ReturnType<typeof createRemoteJWKSet>;

const keySets = new Map<string, KeySet>();

/** The key set of an issuer, kept for the life of the isolate. A remote one is fetched again for an unknown `kid`. */
function keySetOf(issuer: Exclude<TokenIssuer, { kind: "none" }>): KeySet {
	const name = issuer.kind === "clerk" ? issuer.jwksUrl : issuer.jwks;
	let keys = keySets.get(name);
	if (!keys) {
		keys =
			issuer.kind === "clerk"
				? createRemoteJWKSet(new URL(issuer.jwksUrl), { cooldownDuration: 30_000 })
				: createLocalJWKSet(JSON.parse(issuer.jwks));
		keySets.set(name, keys);
	}
	return keys;
}

/**
 * The person a Clerk session token speaks for; undefined when it speaks for nobody, whatever the reason.
 * `azp` is the origin a token was made for: when present it must be one of ours.
 */
export async function verifyToken(
	config: Config,
	token: string,
	now: number,
): Promise<UserActor | undefined> {
	const { tokenIssuer, webOrigins } = config;
	if (tokenIssuer.kind === "none") return undefined;
	try {
		const { payload } = await jwtVerify(token, keySetOf(tokenIssuer), {
			algorithms: ["RS256"],
			issuer: tokenIssuer.issuer,
			requiredClaims: ["exp", "sub"],
			clockTolerance: 5,
			currentDate: new Date(now),
		});
		if (!payload.sub || payload.sts === "pending") return undefined;
		if (typeof payload.azp === "string" && !webOrigins.includes(payload.azp)) return undefined;
		return { kind: "user", userId: payload.sub, permissions: permissionsOf(payload) };
	} catch {
		return undefined;
	}
}
