import { Fault, invalidField } from "../errors.ts";
import type { Idempotency } from "./types.ts";

const KEY = /^[\x21-\x7e]{1,255}$/;

/** The idempotency key and content fingerprint of a request, or null if it has no key. */
export function idempotencyOf(key: string | undefined, ...content: string[]): Idempotency | null {
	if (key === undefined) return null;
	if (!KEY.test(key)) throw invalidField("Idempotency-Key", "Must be 1 to 255 visible ASCII characters");
	return { key, fingerprint: content.map(fingerprintOf).join(".") };
}

/**
 * FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) in 32 bits, and the length. It only has to tell a client that it
 * reused a key by mistake; a cryptographic digest costs several times as much as reading the body.
 */
function fingerprintOf(text: string): string {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return `${text.length.toString(36)}-${(hash >>> 0).toString(36)}`;
}

/** Fingerprints used to be SHA-256 digests; beside one, only the keys can be compared. */
const SHA_256 = /^[0-9a-f]{64}$/;

/** Whether a stored fingerprint is that of the same content. */
export const isSameContent = (stored: string, given: string): boolean =>
	stored === given || SHA_256.test(stored);

export const idempotencyMismatch = (): Fault => new Fault({ code: "idempotency_mismatch" });
