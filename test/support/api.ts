import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { createApp } from "../../src/app.ts";
import { sha256 } from "../../src/sha256.ts";

/** A fixed instant, so that months, ages and time stamps in tests are facts: 2026-05-04T10:00:00Z. */
export const NOW = Date.UTC(2026, 4, 4, 10);

export interface TestApi {
	/** What the API's clock shows, in milliseconds. Set it to travel in time. */
	now: number;
	request(method: string, path: string, options?: RequestOptions): Promise<TestResponse>;
}

export interface RequestOptions {
	/** Sent as JSON; a string is sent as it is. */
	body?: unknown;
	headers?: Record<string, string>;
	key?: string;
}

export interface TestResponse {
	status: number;
	headers: Headers;
	// biome-ignore lint/suspicious/noExplicitAny: a test looks into bodies of every shape
	body: any;
}

/** The whole app in this isolate, with real bindings and a clock that the test owns. */
export function testApi(): TestApi {
	const api = {
		now: NOW,
		async request(method: string, path: string, { body, headers, key }: RequestOptions = {}) {
			const response = await app.request(
				`https://api.test${path}`,
				{
					method,
					headers: {
						...(body !== undefined && { "Content-Type": "application/json" }),
						...(key !== undefined && { "X-Api-Key": key }),
						...headers,
					},
					...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
				},
				env,
				createExecutionContext(),
			);
			const text = await response.text();
			const isJson = response.headers.get("Content-Type")?.includes("json");
			return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
		},
	};
	const app = createApp(() => api.now);
	return api;
}

let accounts = 0;

/** A new account of its own for a test, with its secret key. */
export async function newAccount(api: TestApi, plan = "starter"): Promise<string> {
	const { body } = await api.request("POST", "/v1/keys/generate", {
		body: { customer_name: `Customer ${++accounts}`, plan },
		headers: { "CF-Connecting-IP": `10.0.${accounts >> 8}.${accounts & 255}` },
	});
	return body.api_key;
}

export async function publishableKey(api: TestApi, secretKey: string, ...origins: string[]): Promise<string> {
	const { body } = await api.request("POST", "/v1/keys", {
		key: secretKey,
		body: { allowed_origins: origins },
	});
	return body.key;
}

/** The id of the account that a secret key belongs to, as the database has it. */
export async function accountIdOf(key: string): Promise<string> {
	const row = await env.DB.prepare("SELECT account_id FROM api_keys WHERE digest = ?")
		.bind(await sha256(key))
		.first<{ account_id: string }>();
	if (!row) throw new Error("no such key");
	return row.account_id;
}
