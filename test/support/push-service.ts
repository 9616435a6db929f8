import { importJWK, jwtVerify } from "jose";

const VAPID_PUBLIC = { kty: "EC", crv: "P-256" };
const encoder = new TextEncoder();

const fromBase64url = (text: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) =>
		character.charCodeAt(0),
	);

export const toBase64url = (bytes: ArrayBuffer | Uint8Array): string =>
	btoa(String.fromCharCode(...new Uint8Array(bytes)))
		.replaceAll("+", "-")
		.replaceAll("/", "_")
		.replaceAll("=", "");

const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(encoder.encode(text));
const joined = (...parts: Uint8Array[]): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(parts.flatMap((part) => [...part]));

async function hkdf(
	salt: Uint8Array<ArrayBuffer>,
	secret: ArrayBuffer,
	info: Uint8Array<ArrayBuffer>,
	length: number,
) {
	const key = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
	return crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, key, length * 8);
}

/** A browser that has subscribed: it holds the private key, so it can read what was encrypted for it. */
export interface TestBrowser {
	subscription: { endpoint: string; keys: { p256dh: string; auth: string } };
	/** Decrypts as RFC 8291 says. */
	decrypt(body: Uint8Array<ArrayBuffer>): Promise<string>;
}

export async function newBrowser(endpoint: string): Promise<TestBrowser> {
	const pair = (await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, [
		"deriveBits",
	])) as CryptoKeyPair;
	const publicKey = new Uint8Array((await crypto.subtle.exportKey("raw", pair.publicKey)) as ArrayBuffer);
	const auth = crypto.getRandomValues(new Uint8Array(16));
	return {
		subscription: { endpoint, keys: { p256dh: toBase64url(publicKey), auth: toBase64url(auth) } },
		async decrypt(body) {
			const salt = body.slice(0, 16);
			const keyLength = body[20] ?? 0;
			const serverKey = body.slice(21, 21 + keyLength);
			const server = await crypto.subtle.importKey(
				"raw",
				serverKey,
				{ name: "ECDH", namedCurve: "P-256" },
				false,
				[],
			);
			const algorithm = { name: "ECDH", public: server } as unknown as SubtleCryptoDeriveKeyAlgorithm;
			const shared = await crypto.subtle.deriveBits(algorithm, pair.privateKey, 256);
			const keyInfo = joined(bytes("WebPush: info\0"), publicKey, serverKey);
			const secret = await hkdf(auth, shared, keyInfo, 32);
			const contentKey = await hkdf(salt, secret, bytes("Content-Encoding: aes128gcm\0"), 16);
			const nonce = await hkdf(salt, secret, bytes("Content-Encoding: nonce\0"), 12);
			const key = await crypto.subtle.importKey("raw", contentKey, "AES-GCM", false, ["decrypt"]);
			const padded = new Uint8Array(
				await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, key, body.slice(21 + keyLength)),
			);
			return new TextDecoder().decode(padded.slice(0, padded.lastIndexOf(2)));
		},
	};
}

/** A server's identity for push services, made for a test. */
export async function newPushIdentity() {
	const pair = (await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, [
		"sign",
	])) as CryptoKeyPair;
	const jwk = (await crypto.subtle.exportKey("jwk", pair.privateKey)) as JsonWebKey;
	const publicKey = toBase64url((await crypto.subtle.exportKey("raw", pair.publicKey)) as ArrayBuffer);
	return { publicKey, privateKey: jwk.d ?? "", subject: "mailto:ops@undertone.test" };
}

/** What a push service got. */
export interface Delivery {
	endpoint: string;
	headers: Headers;
	body: Uint8Array<ArrayBuffer>;
}

/** A push service: refuses what is not signed as RFC 8292 says, and keeps what it took. `status` is its answer. */
export function newPushService(publicKey: string) {
	const service = {
		status: 201,
		deliveries: [] as Delivery[],
		async fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
			const request = new Request(input, init);
			const [, token = "", key = ""] =
				/^vapid t=([^,]+), k=(.+)$/.exec(request.headers.get("Authorization") ?? "") ?? [];
			if (key !== publicKey) return new Response(null, { status: 403 });
			const point = fromBase64url(key);
			const jwk = { ...VAPID_PUBLIC, x: toBase64url(point.slice(1, 33)), y: toBase64url(point.slice(33)) };
			await jwtVerify(token, await importJWK(jwk, "ES256"), {
				audience: new URL(request.url).origin,
				requiredClaims: ["exp", "sub"],
			});
			const body = new Uint8Array(await request.arrayBuffer());
			if (service.status < 300)
				service.deliveries.push({ endpoint: request.url, headers: request.headers, body });
			return new Response(null, { status: service.status });
		},
	};
	return service;
}
