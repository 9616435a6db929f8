import { env } from "cloudflare:workers";
import { importJWK, type JWK, type JWTPayload, SignJWT } from "jose";
import { NOW } from "./api.ts";

const { TEST_SIGNING_KEY } = env as Env & { TEST_SIGNING_KEY: JWK };

/** A token that the API under test accepts: signed, from the right issuer, valid from an hour before NOW for ten years. */
export async function userToken(subject: string, claims: JWTPayload = {}): Promise<string> {
	return new SignJWT({
		iss: env.CLERK_ISSUER,
		sub: subject,
		nbf: NOW / 1000 - 3600,
		exp: NOW / 1000 + 10 * 365 * 86_400,
		...claims,
	})
		.setProtectedHeader({ alg: "RS256", kid: TEST_SIGNING_KEY.kid ?? "" })
		.sign(await importJWK(TEST_SIGNING_KEY, "RS256"));
}
