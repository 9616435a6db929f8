import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from "jose";

/** The issuer of tokens that a local server accepts. A deployed Worker never does: see src/config.ts. */
export const LOCAL_ISSUER = "http://127.0.0.1/undertone-local";

const DAY_S = 86_400;

/** The machine's own signing key, made on first use. It stays in the ignored folder `.local`. */
export const localSigningKey = (folder = ".local"): Promise<JWK> =>
	keptKey(`${folder}/signing-key.json`, newSigningKey);

async function keptKey(file: string, make: () => Promise<JWK>): Promise<JWK> {
	if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
	mkdirSync(dirname(file), { recursive: true });
	const draft = `${file}.${process.pid}-${crypto.randomUUID()}`;
	writeFileSync(draft, JSON.stringify(await make()), { mode: 0o600 });
	try {
		// Of two that start at the same time, one makes the key for both; a link appears whole or not at all.
		linkSync(draft, file);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
	} finally {
		unlinkSync(draft);
	}
	return JSON.parse(readFileSync(file, "utf8"));
}

/** How the machine's own server signs what it sends to push services, in the form the Worker's variables have. */
export async function localPushVars(folder = ".local"): Promise<Record<string, string>> {
	const { x = "", y = "", d = "" } = await keptKey(`${folder}/push-key.json`, newPushKey);
	const point = Buffer.concat([Buffer.of(4), Buffer.from(x, "base64url"), Buffer.from(y, "base64url")]);
	return {
		VAPID_PUBLIC_KEY: point.toString("base64url"),
		VAPID_PRIVATE_KEY: d,
		VAPID_SUBJECT: "https://undertone.invalid",
	};
}

async function newPushKey(): Promise<JWK> {
	const { privateKey } = await generateKeyPair("ES256", { extractable: true });
	return exportJWK(privateKey);
}

export async function newSigningKey(): Promise<JWK> {
	const { privateKey } = await generateKeyPair("RS256", { extractable: true });
	return { ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), alg: "RS256", use: "sig" };
}

/** The public half of a signing key as a JSON Web Key Set. */
export function keySetOf({ kty, n, e, kid, alg, use }: JWK): string {
	return JSON.stringify({ keys: [{ kty, n, e, kid, alg, use }] });
}

/** A token such as Clerk would issue, valid for a day. */
export async function signToken(key: JWK, subject: string, permissions: readonly string[]): Promise<string> {
	const now = Math.floor(Date.now() / 1000);
	return new SignJWT({ permissions })
		.setProtectedHeader({ alg: "RS256", kid: key.kid ?? "" })
		.setIssuer(LOCAL_ISSUER)
		.setSubject(subject)
		.setIssuedAt(now)
		.setNotBefore(now)
		.setExpirationTime(now + DAY_S)
		.sign(await importJWK(key, "RS256"));
}
