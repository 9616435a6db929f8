import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from "jose";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { verifyToken } from "../../../src/auth/clerk.ts";
import type { Config } from "../../../src/config.ts";
import { NOW, testApi } from "../../support/api.ts";
import { userToken } from "../../support/tokens.ts";

const ISSUER = "https://clerk.test";
const SECONDS = NOW / 1000;
const ORIGIN = "https://app.test";

interface Signer {
	kid: string;
	privateKey: CryptoKey;
	jwk: JWK;
}

async function signer(kid: string): Promise<Signer> {
	const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
	return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: "RS256", use: "sig" } };
}

const ours = await signer("ours");
const stranger = await signer("stranger");

/** Where Clerk publishes its keys: the one thing outside our walls. Each test has its own address. */
let instances = 0;
let config: Pick<Config, "tokenIssuer" | "webOrigins">;
let published: Signer[];
let requests: number;
let isDown: boolean;

beforeEach(() => {
	[published, requests, isDown] = [[ours], 0, false];
	const jwksUrl = `${ISSUER}/${++instances}/jwks.json`;
	config = {
		tokenIssuer: { kind: "clerk", issuer: ISSUER, jwksUrl },
		webOrigins: [ORIGIN],
	};
	vi.spyOn(globalThis, "fetch").mockImplementation(async (input) => {
		expect(String(input)).toBe(jwksUrl);
		requests += 1;
		if (isDown) return new Response("", { status: 500 });
		return Response.json({ keys: published.map(({ jwk }) => jwk) });
	});
});
afterEach(() => vi.restoreAllMocks());

/** As tests bend it: a claim that is undefined is left out. */
type Claims = { [name: string]: unknown };
const VALID: JWTPayload = { iss: ISSUER, sub: "user_1", exp: SECONDS + 60, nbf: SECONDS - 60 };

function token(
	claims: Claims = {},
	{ kid, privateKey }: Signer = ours,
	header: object = {},
): Promise<string> {
	const payload = Object.fromEntries(
		Object.entries({ ...VALID, ...claims }).filter(([, value]) => value !== undefined),
	);
	return new SignJWT(payload).setProtectedHeader({ alg: "RS256", kid, ...header }).sign(privateKey);
}
const userOf = async (text: string | Promise<string>, now = NOW) =>
	(await verifyToken(config, await text, now))?.userId;

describe("a token is good", () => {
	it("when all of it is right", async () => {
		expect(await verifyToken(config, await token({ permissions: ["emotion:read"] }), NOW)).toEqual({
			kind: "user",
			userId: "user_1",
			permissions: new Set(["emotion:read"]),
		});
	});

	it.each([
		["4 s after it expired", { exp: SECONDS - 4 }],
		["5 s before it begins", { nbf: SECONDS + 5 }],
		["without a beginning", { nbf: undefined }],
		["for one of our origins", { azp: ORIGIN }],
		["of a finished session", { sts: "active" }],
	])("%s", async (_, claims) => {
		expect(await userOf(token(claims))).toBe("user_1");
	});
});

describe("a token is refused", () => {
	it.each([
		["5 s after it expired", { exp: SECONDS - 5 }],
		["6 s before it begins", { nbf: SECONDS + 6 }],
		["without an end", { exp: undefined }],
		["with an end in words", { exp: "tomorrow" }],
		["without a subject", { sub: undefined }],
		["with an empty subject", { sub: "" }],
		["with a number for a subject", { sub: 5 }],
		["with an object for a subject", { sub: { id: "user_1" } }],
		["with half a character in its subject", { sub: "user\ud800" }],
		["with a subject longer than any id", { sub: "u".repeat(101) }],
		["from another issuer", { iss: "https://clerk.evil" }],
		["from our issuer with a slash", { iss: `${ISSUER}/` }],
		["without an issuer", { iss: undefined }],
		["for another origin", { azp: "https://evil.test" }],
		["for no origin", { azp: "" }],
		["for our origin in a list", { azp: [ORIGIN] }],
		["of a pending session", { sts: "pending" }],
	])("%s", async (_, claims) => {
		expect(await userOf(token(claims))).toBeUndefined();
	});

	it("when someone else signed it under our key's name", async () => {
		expect(await userOf(token({}, { ...stranger, kid: "ours" }))).toBeUndefined();
	});

	it("when one character was changed", async () => {
		const [header, , signature] = (await token()).split(".");
		const payload = btoa(JSON.stringify({ ...VALID, sub: "user_2" })).replaceAll("=", "");
		expect(await userOf(`${header}.${payload}.${signature}`)).toBeUndefined();
	});

	it("without a signature", async () => {
		const encoded = (part: object) => btoa(JSON.stringify(part)).replaceAll("=", "");
		expect(await userOf(`${encoded({ alg: "none" })}.${encoded(VALID)}.`)).toBeUndefined();
	});

	it("when our public key was taken for a shared secret", async () => {
		const secret = new TextEncoder().encode(JSON.stringify(ours.jwk));
		const forged = new SignJWT(VALID).setProtectedHeader({ alg: "HS256", kid: "ours" }).sign(secret);
		expect(await userOf(forged)).toBeUndefined();
	});

	it.each(["RS512", "PS256"])("with %s, even when a key of ours signed it", async (alg) => {
		const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
		const jwk = { ...(await exportJWK(publicKey)), kid: "other" };
		published = [{ kid: "other", privateKey, jwk }];
		const signed = new SignJWT(VALID).setProtectedHeader({ alg, kid: "other" }).sign(privateKey);
		expect(await userOf(signed)).toBeUndefined();
	});

	it.each(["", "x", "a.b.c", "é.é.é", "..", "x".repeat(100_000)])("when it is none: %.10s", async (text) => {
		expect(await userOf(text)).toBeUndefined();
	});

	it("when no issuer is configured", async () => {
		config = { ...config, tokenIssuer: { kind: "none" } };
		expect(await userOf(token())).toBeUndefined();
		expect(requests).toBe(0);
	});
});

describe("the key set", () => {
	it("is fetched once for many tokens", async () => {
		for (let i = 0; i < 5; i++) await userOf(token());
		expect(requests).toBe(1);
	});

	it("is fetched again for a new key, so that keys can be changed", async () => {
		await userOf(token());
		published = [ours, stranger];
		expect(await userOf(token({}, stranger), NOW + 30_000)).toBe("user_1");
		expect(requests).toBe(2);
	});

	it("is not fetched more than every 30 s, however many keys are invented", async () => {
		await userOf(token());
		for (let second = 0; second < 60; second++) {
			expect(
				await userOf(token({}, { ...stranger, kid: `no ${second}` }), NOW + second * 1000),
			).toBeUndefined();
		}
		expect(requests).toBe(2);
	});

	it("is fetched again after ten minutes, so that a withdrawn key stops working", async () => {
		const long = token({ exp: SECONDS + 10_000 });
		await userOf(long);
		published = [stranger];
		expect(await userOf(long, NOW + 599_000)).toBe("user_1");
		expect(await userOf(long, NOW + 600_000)).toBeUndefined();
	});

	it("serves for an hour while a newer one cannot be had, and is asked for every 30 s", async () => {
		const long = token({ exp: SECONDS + 10_000 });
		await userOf(long);
		isDown = true;
		for (let second = 600; second < 660; second++)
			expect(await userOf(long, NOW + second * 1000)).toBe("user_1");
		expect(requests).toBe(3);
		await expect(userOf(long, NOW + 3_600_000)).rejects.toMatchObject({ problem: { code: "unavailable" } });
	});

	it("that cannot be had says nothing about the token, and is not asked for without end", async () => {
		isDown = true;
		for (let i = 0; i < 10; i++) {
			await expect(userOf(token())).rejects.toMatchObject({ problem: { code: "unavailable" } });
		}
		expect(requests).toBe(1);
		isDown = false;
		expect(await userOf(token(), NOW + 2_000)).toBe("user_1");
	});

	it.each([0, 3_600_000])(
		"serves requests at once, which cannot wait for each other, %i ms after the first",
		async (age) => {
			const long = await token({ exp: SECONDS + 10_000 });
			await userOf(long);
			const users = await Promise.all([1, 2, 3].map(() => userOf(long, NOW + age)));
			expect(users).toEqual(["user_1", "user_1", "user_1"]);
		},
	);

	it("serves the first requests of an isolate at once", async () => {
		expect(await Promise.all([1, 2, 3].map(() => userOf(token())))).toEqual(["user_1", "user_1", "user_1"]);
	});
});

describe("over HTTP", () => {
	const api = testApi();
	const read = (authorization?: string) =>
		api.request(
			"GET",
			"/api/moods",
			authorization === undefined ? {} : { headers: { Authorization: authorization } },
		);

	beforeEach(() => vi.restoreAllMocks());

	it("lets a signed-in person pass", async () => {
		expect((await read(`Bearer ${await userToken("user_9")}`)).status).toBe(200);
	});

	it("says the same of every token it refuses, whatever the reason", async () => {
		const refused = [
			undefined,
			"",
			"Bearer",
			"Bearer x",
			`Basic ${await userToken("user_9")}`,
			`Bearer ${await userToken("user_9", { exp: SECONDS - 60 })}`,
			`Bearer ${await userToken("user_9", { sts: "pending" })}`,
			`Bearer ${await token()}`,
		];
		for (const authorization of refused) {
			const { status, body, headers } = await read(authorization);
			expect(status).toBe(401);
			expect(body).toEqual({ success: false, error: "Invalid or missing token", code: "unauthenticated" });
			expect(headers.get("WWW-Authenticate")).toBe("Bearer");
		}
	});
});
