import { Fault, invalidField } from "../errors.ts";
import { sha256 } from "../sha256.ts";
import type { Idempotency } from "./types.ts";

const KEY = /^[\x21-\x7e]{1,255}$/;

/** What makes a request recognisable when it is repeated; null when it carries no key. */
export async function idempotencyOf(
	key: string | undefined,
	...content: string[]
): Promise<Idempotency | null> {
	if (key === undefined) return null;
	if (!KEY.test(key)) throw invalidField("Idempotency-Key", "1 to 255 visible ASCII characters are expected");
	return { key, fingerprint: await sha256(content.join("\n")) };
}

export const idempotencyMismatch = (): Fault => new Fault({ code: "idempotency_mismatch" });
