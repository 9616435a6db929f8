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

async function newPair(name: "ECDH" | "ECDSA", usage: "deriveBits" | "sign") {
	const keys = await crypto.subtle.generateKey({ name, namedCurve: "P-256" }, true, [usage]);
	if (!("privateKey" in keys)) throw new TypeError("an asymmetric algorithm has two keys");
	return keys;
}

/** The point of the public key, uncompressed. */
async function pointOf({ publicKey }: Awaited<ReturnType<typeof newPair>>): Promise<Uint8Array<ArrayBuffer>> {
	const raw = await crypto.subtle.exportKey("raw", publicKey);
	if (!(raw instanceof ArrayBuffer)) throw new TypeError("a raw key is bytes");
	return new Uint8Array(raw);
}

/** A browser that has subscribed: it holds the private key, so it can read what was encrypted for it. */
export interface TestBrowser {
	subscription: { endpoint: string; keys: { p256dh: string; auth: string } };
	/** Decrypts as RFC 8291 says. */
	decrypt(body: Uint8Array<ArrayBuffer>): Promise<string>;
}

export async function newBrowser(endpoint: string): Promise<TestBrowser> {
	const pair = await newPair("ECDH", "deriveBits");
	const publicKey = await pointOf(pair);
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
			const algorithm = Object.assign({ name: "ECDH" }, { public: server });
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
	const pair = await newPair("ECDSA", "sign");
	const jwk = await crypto.subtle.exportKey("jwk", pair.privateKey);
	if (jwk instanceof ArrayBuffer) throw new TypeError("a JSON key is no bytes");
	const publicKey = toBase64url(await pointOf(pair));
	return { publicKey, privateKey: jwk.d ?? "", subject: "mailto:ops@undertone.test" };
}

/** What a push service got. */
export interface Delivery {
	endpoint: string;
	headers: Headers;
	body: Uint8Array<ArrayBuffer>;
}

/**
 * The push service of one host: refuses what is not signed as RFC 8292 says, and keeps what it took. `status` is its
 * answer. Other hosts are someone else's: they take everything.
 */
export function newPushService(publicKey: string, host: string) {
	const service = {
		host,
		status: 201,
		deliveries: [] as Delivery[],
		async fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
			const request = new Request(input, init);
			if (new URL(request.url).host !== host) return new Response(null, { status: 201 });
			if (!(await isSigned(request, publicKey))) return new Response(null, { status: 403 });
			const body = new Uint8Array(await request.arrayBuffer());
			if (service.status < 300)
				service.deliveries.push({ endpoint: request.url, headers: request.headers, body });
			return new Response(null, { status: service.status });
		},
	};
	return service;
}

/** Whether the request was signed for this host by the holder of the key that the browser subscribed with. */
export async function isSigned({ headers, url }: Request, publicKey: string): Promise<boolean> {
	const [, token = "", key = ""] = /^vapid t=([^,]+), k=(.+)$/.exec(headers.get("Authorization") ?? "") ?? [];
	if (key !== publicKey) return false;
	const point = fromBase64url(key);
	const jwk = { ...VAPID_PUBLIC, x: toBase64url(point.slice(1, 33)), y: toBase64url(point.slice(33)) };
	const wanted = { audience: new URL(url).origin, requiredClaims: ["exp", "sub"] };
	return jwtVerify(token, await importJWK(jwk, "ES256"), wanted).then(
		() => true,
		() => false,
	);
}
