import { randomUUID } from "node:crypto";
import { requestBytes } from "../load.ts";
import type { Batch } from "../traffic.ts";

/** What may post a batch: a server with its secret key, or the snippet in a page. */
export type Sender = "secret key" | "snippet";

/** The page that the snippet runs in. */
export const PAGE = "https://shop.example";
const BROWSER =
	"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

/** A batch as a customer's server posts it. */
function secretKeyRequest(url: URL, key: string, { sessionId, body }: Batch): Buffer {
	const headers = { "X-Api-Key": key, "Content-Type": "application/json" };
	return requestBytes(new URL(`/v1/sessions/${sessionId}/events`, url), "POST", headers, body);
}

/** A batch as src/sdk/transport.ts posts it from Chromium. */
function snippetRequest(url: URL, key: string, { sessionId, body }: Batch): Buffer {
	const query = new URLSearchParams({ key, idempotency_key: randomUUID(), reading: "true" });
	const headers = {
		Connection: "keep-alive",
		"User-Agent": BROWSER,
		"Content-Type": "text/plain;charset=UTF-8",
		Accept: "*/*",
		Origin: PAGE,
		"Sec-Fetch-Site": "cross-site",
		"Sec-Fetch-Mode": "cors",
		"Sec-Fetch-Dest": "empty",
		Referer: `${PAGE}/`,
		"Accept-Encoding": "gzip, deflate, br, zstd",
		"Accept-Language": "en-US,en;q=0.9",
	};
	return requestBytes(new URL(`/v1/sessions/${sessionId}/events?${query}`, url), "POST", headers, body);
}

export const requestOf = { "secret key": secretKeyRequest, snippet: snippetRequest };
