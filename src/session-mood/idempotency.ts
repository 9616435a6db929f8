import { Fault, invalidField } from "../errors.ts";
import { sha256 } from "../sha256.ts";
import type { Idempotency } from "./types.ts";

const KEY = /^[\x21-\x7e]{1,255}$/;

/** The idempotency key and content fingerprint of a request, or null if it has no key. */
export async function idempotencyOf(
	key: string | undefined,
	...content: string[]
): Promise<Idempotency | null> {
	if (key === undefined) return null;
	if (!KEY.test(key)) throw invalidField("Idempotency-Key", "Must be 1 to 255 visible ASCII characters");
	return { key, fingerprint: await sha256(content.join("\n")) };
}

export const idempotencyMismatch = (): Fault => new Fault({ code: "idempotency_mismatch" });
