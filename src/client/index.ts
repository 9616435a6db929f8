import createFetchClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./api.d.ts";
import { serializeBody } from "./serialize-body.ts";
import { withRetries } from "./with-retries.ts";

export type { components, operations, paths } from "./api.d.ts";
export {
	type AccountLiveOptions,
	type AccountMessage,
	LiveError,
	type LiveMessage,
	type LiveOptions,
	watchAccount,
	watchSession,
} from "./live.ts";
export { verifyWebhook, type WebhookMessage } from "./webhooks.ts";

/** The machine-readable code of an error, such as `invalid_input` or `quota_exceeded`. Codes are never renamed. */
export type ErrorCode = components["schemas"]["Error"]["code"];

export interface ClientOptions {
	/** The address of the API, for example `https://api.example.com`. */
	baseUrl: string;
	/** For session mood (`/v1`): a secret or publishable key. */
	apiKey?: string;
	/** For journal and vocabulary (`/api`): returns the user's token. Called before each request, so it is never stale. */
	token?: () => string | Promise<string>;
	/** The maximum number of attempts, including the first. Default: 3. */
	attempts?: number;
	/** The function that sends requests. Default: the global `fetch`. */
	fetch?: (request: Request) => Promise<Response>;
}

/** `GET`, `POST`, `PUT`, `PATCH` and `DELETE` with a path of the API; each returns `{ data, error, response }`. */
export type UndertoneClient = Client<paths>;

/** Paths that accept an idempotency key, so that a repeated request counts once. */
const IDEMPOTENT_PATHS: ReadonlySet<string> = new Set<keyof paths>([
	"/v1/sessions/{id}/events",
	"/v1/sessions/{id}/feedback",
	"/v1/sessions/{id}/outcomes",
]);

/**
 * Creates a client of the API. An error response is a value (`error`, typed by the route), not an exception; `fetch`'s
 * `TypeError` is thrown if no attempt got a response.
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
			if (IDEMPOTENT_PATHS.has(schemaPath) && !headers.has("Idempotency-Key")) {
				headers.set("Idempotency-Key", crypto.randomUUID());
			}
		},
	});
	return client;
}
