import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { sha256 } from "../../../src/sha256.ts";
import { NOW, newAccount, publishableKey, testApi } from "../../support/api.ts";

const api = testApi();
const ORIGIN = "https://shop.example";
const EVENTS = "/v1/sessions/s/events";
const click = { events: [{ type: "click" }] };
beforeEach(() => {
	api.now = NOW;
});

let addresses = 0;
const generate = (body: unknown, address = `192.0.2.${++addresses}`) =>
	api.request("POST", "/v1/keys/generate", { body, headers: { "CF-Connecting-IP": address } });

describe("POST /v1/keys/generate", () => {
	it("gives a key and says what it is good for", async () => {
		const { status, body } = await generate({ customer_name: "Acme Inc", email: "dev@acme.com" });
		expect(status).toBe(201);
		expect(body).toEqual({
			api_key: expect.stringMatching(/^sm_[0-9a-f]{48}$/),
			customer: "Acme Inc",
			email: "dev@acme.com",
			plan: "starter",
			limits: "5,000 sessions/month",
			message: "Store this key safely - it won't be shown again.",
		});
	});

	it.each([
		["starter", "5,000 sessions/month"],
		["growth", "50,000 sessions/month"],
		["pro", "200,000 sessions/month"],
	])("knows the plan %s", async (plan, limits) => {
		expect((await generate({ customer_name: "Acme", plan })).body).toMatchObject({
			plan,
			limits,
			email: null,
		});
	});

	it.each([{}, { customer_name: "" }, { customer_name: " \t" }, { customer_name: null }])(
		"wants a name, not %j",
		async (body) => {
			expect(await generate(body)).toMatchObject({
				status: 400,
				body: { error: "customer_name is required", code: "invalid_request" },
			});
		},
	);

	it.each(["gold", "", "__proto__", 5, null, ["pro"]])("knows no plan %j", async (plan) => {
		const { status, body } = await generate({ customer_name: "Acme", plan });
		expect(status).toBe(400);
		expect(body).toEqual({
			error: "Invalid plan",
			code: "unknown_plan",
			valid_plans: ["starter", "growth", "pro"],
		});
	});

	it("refuses a wrong type and what is not JSON", async () => {
		expect((await generate({ customer_name: 5 })).body).toMatchObject({
			error: "Invalid field",
			code: "invalid_input",
		});
		expect((await generate("name")).body).toEqual({ error: "Invalid JSON", code: "invalid_json" });
	});

	it("stores the key as a digest only", async () => {
		const { body } = await generate({ customer_name: "Acme" });
		const row = await env.DB.prepare("SELECT * FROM api_keys WHERE digest = ?")
			.bind(await sha256(body.api_key))
			.first();
		expect(row).not.toBeNull();
		expect(JSON.stringify(row)).not.toContain(body.api_key.slice(8));
	});

	it("gives 60 keys a minute to one address, then says when to come back", async () => {
		const answers = await Promise.all(
			Array.from({ length: 61 }, () => generate({ customer_name: "Acme" }, "198.51.100.1")),
		);
		const refused = answers.filter(({ status }) => status === 429);
		expect(refused).toHaveLength(1);
		expect(Number(refused[0]?.headers.get("Retry-After"))).toBeGreaterThan(0);
		expect((await generate({ customer_name: "Acme" }, "198.51.100.2")).status).toBe(201);
	});
});

describe("authentication", () => {
	const unauthorized = {
		status: 401,
		body: { error: "Unauthorized", code: "unauthenticated", message: "Missing or invalid API key" },
	};

	it("takes the key in either header", async () => {
		const key = await newAccount(api);
		for (const headers of [
			{ "X-Api-Key": key },
			{ Authorization: `Bearer ${key}` },
			{ Authorization: `bearer ${key}` },
			{ "X-Api-Key": "", Authorization: `Bearer ${key}` },
		]) {
			expect((await api.request("POST", EVENTS, { headers, body: click })).status).toBe(200);
		}
	});

	it.each([
		["no key", {}],
		["an empty key", { "X-Api-Key": "" }],
		["an unknown key", { "X-Api-Key": `sm_${"0".repeat(48)}` }],
		["an unknown publishable key", { "X-Api-Key": `sm_pub_${"0".repeat(48)}` }],
		["a malformed key", { "X-Api-Key": "sm_short" }],
		["a key in capitals", { "X-Api-Key": `SM_${"A".repeat(48)}` }],
		["another scheme", { Authorization: "Basic c206cGFzcw==" }],
		["SQL", { "X-Api-Key": "' OR 1=1 --" }],
	])("refuses %s on every endpoint", async (_, headers: Record<string, string>) => {
		const endpoints: [string, string][] = [
			["POST", EVENTS],
			["GET", "/v1/sessions/s/mood"],
			["POST", "/v1/sessions/s/feedback"],
			["DELETE", "/v1/sessions/s"],
			["GET", "/v1/analytics/moods"],
			["GET", "/v1/analytics/actions"],
			["GET", "/v1/keys"],
			["POST", "/v1/keys"],
			["DELETE", "/v1/keys/x"],
		];
		for (const [method, path] of endpoints) {
			const body = method === "POST" ? click : undefined;
			expect(await api.request(method, path, { headers, body })).toMatchObject(unauthorized);
		}
	});

	it("does not take a secret key from the query", async () => {
		const key = await newAccount(api);
		expect(await api.request("POST", `${EVENTS}?key=${key}`, { body: click })).toMatchObject(unauthorized);
	});
});

describe("publishable keys", () => {
	let secret: string;
	let key: string;
	beforeEach(async () => {
		secret = await newAccount(api);
		key = await publishableKey(api, secret, ORIGIN, "http://localhost:3000");
	});
	const from = (origin: string | undefined, method = "POST", path = EVENTS, body: unknown = click) =>
		api.request(method, path, {
			key,
			...(method !== "GET" && { body }),
			...(origin !== undefined && { headers: { Origin: origin } }),
		});

	it("post events and read moods from their origins, also with the key in the query", async () => {
		expect((await from(ORIGIN)).status).toBe(200);
		expect((await from("http://localhost:3000", "GET", "/v1/sessions/s/mood")).status).toBe(200);
		const headers = { Origin: ORIGIN };
		expect((await api.request("POST", `${EVENTS}?key=${key}`, { body: click, headers })).status).toBe(200);
	});

	it("may be used by a page of the API's own origin, where a browser sends no Origin with a GET", async () => {
		const own = await publishableKey(api, secret, "https://api.test");
		await from(ORIGIN);
		const read = (site: string) =>
			api.request("GET", "/v1/sessions/s/mood", { key: own, headers: { "Sec-Fetch-Site": site } });
		expect((await read("same-origin")).status).toBe(200);
		expect((await read("cross-site")).status).toBe(403);
	});

	it.each([
		undefined,
		"https://evil.example",
		"https://shop.example.evil.example",
		"http://shop.example",
		"null",
		"",
	])("refuse the origin %s", async (origin) => {
		const { status, body } = await from(origin);
		expect(status).toBe(403);
		expect(body).toEqual({
			error: "Forbidden",
			code: "forbidden",
			message: "This publishable key may not be used from this origin.",
		});
	});

	it.each([
		["POST", "/v1/sessions/s/feedback"],
		["DELETE", "/v1/sessions/s"],
		["GET", "/v1/analytics/moods"],
		["GET", "/v1/analytics/actions"],
		["POST", "/v1/keys"],
		["GET", "/v1/keys"],
		["DELETE", "/v1/keys/x"],
	])("may not %s %s", async (method, path) => {
		expect((await from(ORIGIN, method, path, { action_taken: "x", allowed_origins: [ORIGIN] })).status).toBe(
			403,
		);
	});

	it("are made for origins, not for URLs", async () => {
		for (const bad of [
			"shop.example",
			"https://shop.example/",
			"https://shop.example/a",
			"*",
			"https://*",
			"ftp://a",
			"",
		]) {
			const { status, body } = await api.request("POST", "/v1/keys", {
				key: secret,
				body: { allowed_origins: [bad] },
			});
			expect([status, body.field]).toEqual([400, "allowed_origins[0]"]);
		}
		for (const allowed_origins of [undefined, [], "https://shop.example"]) {
			expect((await api.request("POST", "/v1/keys", { key: secret, body: { allowed_origins } })).status).toBe(
				400,
			);
		}
	});

	it("are listed without the key, beside the secret one, and for their own account only", async () => {
		const { body } = await api.request("GET", "/v1/keys", { key: secret });
		expect(body.keys).toHaveLength(2);
		expect(body.keys.find(({ kind }: { kind: string }) => kind === "publishable")).toEqual({
			id: expect.any(String),
			kind: "publishable",
			hint: expect.stringMatching(/^sm_pub_[0-9a-f]{4}…$/),
			label: null,
			allowed_origins: [ORIGIN, "http://localhost:3000"],
			settings: { ignore: [], rage_clicks: true, sensitivity: "normal" },
			created_at: "2026-05-04T10:00:00.000Z",
			expires_at: null,
		});
		for (const secretPart of [key.slice(12), secret.slice(8)])
			expect(JSON.stringify(body)).not.toContain(secretPart);
		const { body: others } = await api.request("GET", "/v1/keys", { key: await newAccount(api) });
		expect(others.keys).toHaveLength(1);
	});

	it("stop within a minute of being revoked", async () => {
		expect((await from(ORIGIN)).status).toBe(200);
		const { body } = await api.request("GET", "/v1/keys", { key: secret });
		const { id } = body.keys.find(({ kind }: { kind: string }) => kind === "publishable");
		const revoke = () => api.request("DELETE", `/v1/keys/${id}`, { key: secret });
		expect(await revoke()).toMatchObject({ status: 200, body: { id, revoked: true } });
		api.now = NOW + 60_000;
		expect((await from(ORIGIN)).status).toBe(401);
		expect(await revoke()).toMatchObject({
			status: 404,
			body: { error: "Key not found", code: "not_found" },
		});
	});

	it("cannot be revoked by another account", async () => {
		const { body } = await api.request("GET", "/v1/keys", { key: secret });
		const other = await newAccount(api);
		const { status } = await api.request("DELETE", `/v1/keys/${body.keys[0].id}`, { key: other });
		expect(status).toBe(404);
		api.now = NOW + 60_000;
		expect((await from(ORIGIN)).status).toBe(200);
	});

	it("end at a hundred an account", async () => {
		const make = () => api.request("POST", "/v1/keys", { key: secret, body: { allowed_origins: [ORIGIN] } });
		const answers = [];
		for (let i = 0; i < 100; i++) answers.push((await make()).status);
		expect(answers.filter((status) => status === 201)).toHaveLength(99);
		expect(answers[99]).toBe(409);
	});
});
