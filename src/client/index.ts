import createFetchClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./api.d.ts";
import { serializeBody } from "./serialize-body.ts";
import { withRetries } from "./with-retries.ts";

export type { components, operations, paths } from "./api.d.ts";

/** What every refusal says to programs, such as `invalid_input` or `quota_exceeded`. Codes are never renamed. */
export type ErrorCode = components["schemas"]["Error"]["code"];

export interface ClientOptions {
	/** Where the API is, for example `https://api.example.com`. */
	baseUrl: string;
	/** For session mood (`/v1`): a secret or publishable key. */
	apiKey?: string;
	/** For journal and vocabulary (`/api`): asked for the person's token before each request, so it is never stale. */
	token?: () => string | Promise<string>;
	/** How often a request is sent at most, the first time included. Default: 3. */
	attempts?: number;
	/** What sends requests. Default: `fetch` of the runtime. */
	fetch?: (request: Request) => Promise<Response>;
}

/** `GET`, `POST`, `PUT`, `PATCH` and `DELETE` with a path of the API; each answers `{ data, error, response }`. */
export type UndertoneClient = Client<paths>;

/** What may be sent twice without being counted twice, because the API knows a batch by its key. */
const KEYED: ReadonlySet<string> = new Set<keyof paths>([
	"/v1/sessions/{id}/events",
	"/v1/sessions/{id}/feedback",
]);

/**
 * A client of the API. A refusal is a value (`error`, typed by the status of the route), not an exception; `fetch`'s own
 * `TypeError` is thrown where no attempt got an answer.
 */
export function createClient({
	baseUrl,
	apiKey,
	token,
	attempts = 3,
	fetch = (request) => globalThis.fetch(request),
}: ClientOptions): UndertoneClient {
	const client = createFetchClient<paths>({
		baseUrl,
		fetch: withRetries(fetch, attempts),
		bodySerializer: serializeBody,
	});
	client.use({
		async onRequest({ request, schemaPath }) {
			const { headers } = request;
			if (schemaPath.startsWith("/v1/") && apiKey) headers.set("X-Api-Key", apiKey);
			if (schemaPath.startsWith("/api/") && token) headers.set("Authorization", `Bearer ${await token()}`);
			if (KEYED.has(schemaPath) && !headers.has("Idempotency-Key")) {
				headers.set("Idempotency-Key", crypto.randomUUID());
			}
		},
	});
	return client;
}
