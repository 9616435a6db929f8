import { sha256 } from "../sha256.ts";

const SECRET = "sm_";
const PUBLISHABLE = "sm_pub_";
const KEY = /^sm_(pub_)?[0-9a-f]{48}$/;

/** A new key with 192 random bits. */
export function generateKey(kind: "secret" | "publishable"): string {
	const prefix = kind === "secret" ? SECRET : PUBLISHABLE;
	return prefix + crypto.getRandomValues(new Uint8Array(24)).toHex();
}

/** False for what cannot be a key, so that it is refused without a look-up. */
export const isWellFormedKey = (key: string): boolean => KEY.test(key);

export const isPublishable = (key: string): boolean => key.startsWith(PUBLISHABLE);

/** All that is stored of a key. It has 192 random bits, so a slow hash would add nothing. */
export const digestOf = (key: string): Promise<string> => sha256(key);

/** What a list may show of a key: enough to recognise it, useless to guess the rest. */
export const hintOf = (key: string): string => `${key.slice(0, key.lastIndexOf("_") + 5)}…`;
