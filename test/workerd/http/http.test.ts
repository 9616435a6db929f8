import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { hc } from "hono/client";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import packageJson from "../../../package.json";
import { createApp } from "../../../src/app.ts";
import { newAccount, publishableKey, testApi } from "../../support/api.ts";

const api = testApi();
let key: string;
beforeAll(async () => {
	key = await newAccount(api);
});
afterEach(() => vi.restoreAllMocks());

/** The app over an environment in which a binding is broken. */
const broken = (bindings: object) => {
	const app = createApp();
	return (path: string, init?: RequestInit) =>
		app.request(`https://api.test${path}`, init, { ...env, ...bindings }, createExecutionContext());
};
const failing = {
	getByName: () => {
		throw new Error("SQLITE_ERROR near SELECT at /srv/secret.ts");
	},
};

describe("GET /health", () => {
	it("asks the database and says so", async () => {
		const { status, body } = await api.request("GET", "/health");
		expect(status).toBe(200);
		expect(body).toEqual({ status: "ok", version: packageJson.version });
	});

	it("is down when the database fails", async () => {
		const DB = { prepare: () => ({}), batch: () => Promise.reject(new Error("no")) };
		const response = await broken({ DB })("/health");
		expect(response.status).toBe(503);
		expect(await response.json()).toMatchObject({ status: "down", reason: "The database does not respond." });
	});

	it("says that migrations are missing when the database lacks a column", async () => {
		const DB = {
			prepare: (sql: string) => env.DB.prepare(sql.replace('."reliability"', '."not_migrated"')),
			batch: (statements: D1PreparedStatement[]) => env.DB.batch(statements),
		};
		const response = await broken({ DB })("/health");
		expect(response.status).toBe(503);
		expect(await response.json()).toMatchObject({
			status: "down",
			reason: expect.stringContaining("Apply the migrations"),
		});
	});

	it.each([
		[
			"recordings",
			{ RECORDINGS: { head: () => Promise.reject(new Error("internal error; reference = 8a6qn8td59crk")) } },
			"R2",
		],
		["objects", { ACCOUNT: failing }, "Durable Objects"],
	])("is degraded, and names what is missing, without %s", async (_, bindings, name) => {
		const response = await broken(bindings)("/health");
		expect(response.status).toBe(200);
		expect(await response.json()).toMatchObject({
			status: "degraded",
			reason: expect.stringContaining(name),
		});
	});

	it("is down when the database does not answer", async () => {
		vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
		const DB = { prepare: () => ({}), batch: () => new Promise(() => {}) };
		const answer = broken({ DB })("/health");
		await vi.advanceTimersByTimeAsync(2_000);
		expect((await answer).status).toBe(503);
		vi.useRealTimers();
	});
});

describe("what goes wrong", () => {
	it("is a 503 with Retry-After when an object cannot be reached, and the log says where", async () => {
		const log = vi.spyOn(console, "error").mockImplementation(() => {});
		const unreachable = {
			getByName: () => ({
				read: () => Promise.reject(new Error("internal error; reference = p4gp83r6nu60")),
			}),
		};
		const response = await broken({ SESSION: unreachable })("/v1/sessions/private-id/mood", {
			headers: { "X-Api-Key": key },
		});
		expect([response.status, response.headers.get("Retry-After")]).toEqual([503, "5"]);
		expect(await response.json()).toMatchObject({ code: "unavailable" });
		expect(log.mock.calls.map(([line]) => JSON.parse(String(line)))).toContainEqual(
			expect.objectContaining({ route: "/v1/sessions/:id/mood", error: "Error", at: expect.any(String) }),
		);
	});

	it("is a 400 when the client disconnects in the middle of its body", async () => {
		const body = new ReadableStream({
			pull(controller) {
				controller.error(new Error("Network connection lost."));
			},
		});
		const request = new Request("https://api.test/v1/sessions/s/events", {
			method: "POST",
			headers: { "X-Api-Key": key },
			body,
		});
		const response = await createApp().request(request, undefined, env, createExecutionContext());
		expect(response.status).toBe(400);
		expect(await response.json()).toMatchObject({ code: "invalid_request" });
	});

	it("is a 404 for an unknown route, in the words of its family", async () => {
		expect(await api.request("GET", "/v1/nothing")).toMatchObject({
			status: 404,
			body: { error: "Not found", code: "not_found" },
		});
		expect((await api.request("GET", "/")).body).toEqual({ error: "Not found", code: "not_found" });
		expect((await api.request("GET", "/api/nothing")).body).toEqual({
			success: false,
			error: "Not found",
			code: "not_found",
		});
	});

	it.each([
		["PUT", "/v1/sessions/s/events", "POST"],
		["GET", "/v1/sessions/s/events", "POST"],
		["POST", "/v1/sessions/s/mood", "GET"],
		["GET", "/v1/sessions/s", "DELETE"],
		["PATCH", "/v1/keys", "GET, POST"],
		["DELETE", "/health", "GET"],
	])("is a 405 for %s %s, with Allow", async (method, path, allow) => {
		const { status, headers } = await api.request(method, path);
		expect([status, headers.get("Allow")]).toEqual([405, allow]);
	});

	it("is a 500 with a request id and nothing else, and the log has the same id", async () => {
		const log = vi.spyOn(console, "error").mockImplementation(() => {});
		const response = await broken({ SESSION: failing })("/v1/sessions/private-id/mood", {
			headers: { "X-Api-Key": key },
		});
		expect(response.status).toBe(500);
		const body = await response.json<{ request_id: string }>();
		expect(body).toEqual({
			error: "Internal Server Error",
			code: "internal_error",
			request_id: expect.stringMatching(/^req_[0-9a-f]{32}$/),
		});
		expect(response.headers.get("X-Request-Id")).toBe(body.request_id);
		const lines = log.mock.calls.map(([line]) => JSON.parse(String(line)));
		expect(lines.map(({ request_id }) => request_id)).toEqual([body.request_id, body.request_id]);
		expect(JSON.stringify(lines)).not.toMatch(/private-id|SQLITE|sm_/);
	});

	it("is a 503 when an object is overloaded or restarting", async () => {
		const SESSION = {
			getByName: () => ({ read: () => Promise.reject(Object.assign(new Error(), { retryable: true })) }),
		};
		const response = await broken({ SESSION })("/v1/sessions/s/mood", { headers: { "X-Api-Key": key } });
		expect(response.status).toBe(503);
		expect(await response.json()).toMatchObject({ error: "Service unavailable", code: "unavailable" });
	});
});

describe("logs", () => {
	it("name the route and never a key, a session, an origin or a body", async () => {
		const lines: unknown[] = [];
		for (const level of ["log", "info", "warn", "error"] as const) {
			vi.spyOn(console, level).mockImplementation((line) => void lines.push(line));
		}
		const publishable = await publishableKey(api, key, "https://private.example");
		const headers = { Origin: "https://evil.example" };
		await api.request("POST", `/v1/sessions/private-id/events?key=${publishable}`, {
			body: { type: "click" },
			headers,
		});
		await api.request("POST", "/v1/sessions/private-id/events", { key, body: { type: "private-type" } });
		await api.request("GET", "/v1/sessions/private-id/mood", { key });
		expect(lines).toHaveLength(3);
		for (const line of lines) expect(line).not.toMatch(/private|evil|sm_/);
		expect(JSON.parse(String(lines[1]))).toEqual({
			level: "info",
			request_id: expect.any(String),
			method: "POST",
			route: "/v1/sessions/:id/events",
			status: 400,
		});
	});
});

describe("headers", () => {
	it("let any origin call /v1", async () => {
		const headers = {
			Origin: "https://anywhere.example",
			"Access-Control-Request-Method": "POST",
			"Access-Control-Request-Headers": "x-api-key,content-type,idempotency-key",
		};
		const preflight = await api.request("OPTIONS", "/v1/sessions/s/events", { headers });
		expect(preflight.status).toBe(204);
		expect(preflight.headers.get("Access-Control-Allow-Origin")).toBe("*");
		expect(preflight.headers.get("Access-Control-Allow-Headers")).toContain("idempotency-key");
		const refused = await api.request("GET", "/v1/sessions/s/mood", { headers });
		expect([refused.status, refused.headers.get("Access-Control-Allow-Origin")]).toEqual([401, "*"]);
		expect(refused.headers.get("Access-Control-Expose-Headers")).toContain("X-Request-Id");
	});

	it("let only configured origins call /api", async () => {
		const allowed = async (origin: string) =>
			(await api.request("GET", "/api/x", { headers: { Origin: origin } })).headers.get(
				"Access-Control-Allow-Origin",
			);
		expect(await allowed("https://app.test")).toBe("https://app.test");
		expect(await allowed("https://evil.example")).toBeNull();
	});

	it("carry an id and keep browsers from guessing, framing and leaking", async () => {
		const { headers } = await api.request("GET", "/health");
		expect(headers.get("X-Request-Id")).toMatch(/^req_[0-9a-f]{32}$/);
		expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
		expect(headers.get("X-Frame-Options")).toBe("DENY");
		expect(headers.get("Referrer-Policy")).toBe("no-referrer");
		expect(headers.get("Strict-Transport-Security")).toContain("max-age");
	});
});

describe("a JSON answer", () => {
	it.each([
		["of a success", "/health"],
		["of a refusal", "/v1/sessions/s/mood"],
		["of an unknown path", "/api/nothing"],
	])("%s ends with a newline, for terminals", async (_, path) => {
		const response = await createApp().request(
			`https://api.test${path}`,
			undefined,
			env,
			createExecutionContext(),
		);
		expect(response.headers.get("Content-Type")).toBe("application/json");
		expect(await response.text()).toMatch(/^\{.*\}\n$/);
	});
});

describe("the types of the routes", () => {
	it("reach a client of Hono, which calls by path and knows the answer", async () => {
		const app = createApp();
		const client = hc<typeof app>("https://api.test", {
			fetch: (input: RequestInfo | URL, init?: RequestInit) =>
				app.request(new Request(input, init), undefined, env, createExecutionContext()),
		});
		const health = await client.health.$get();
		const { status }: { status: "ok" | "degraded" | "down" } = await health.json();
		expect(status).toBe("ok");
		const opened = await client.v1.keys.generate.$post({ json: { customer_name: "Typed" } });
		expect(opened.status).toBe(201);
		const emotions = await client.api.emotions.emotions.$get({ query: {} });
		expect(emotions.status).toBe(401);
		expect(client.api.dialogs[":id"].arc.$url({ param: { id: "a" }, query: {} }).pathname).toBe(
			"/api/dialogs/a/arc",
		);
	});
});
