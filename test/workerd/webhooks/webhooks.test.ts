import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { accountIdOf, newAccount, publishableKey, testApi } from "../../support/api.ts";

const SHOP = "https://shop.example";
const URL_A = "https://example.com/a";
const URL_B = "https://example.com/b";
const DAY = 86_400_000;
const api = testApi();
let key: string;
let accountId: string;

interface Received {
	url: string;
	headers: Headers;
	body: string;
}
let received: Received[];
let answerOf: (url: string) => Response | Promise<Response>;

beforeEach(async () => {
	api.now = Date.now();
	key = await newAccount(api);
	accountId = await accountIdOf(key);
	received = [];
	answerOf = () => new Response("ok");
	// The customer's server is outside our walls.
	vi.stubGlobal("fetch", async (url: string, { headers, body }: { headers: HeadersInit; body: string }) => {
		received.push({ url, headers: new Headers(headers), body });
		return answerOf(url);
	});
});
afterEach(() => vi.unstubAllGlobals());

const request = (method: string, path: string, body?: unknown, by = key) =>
	api.request(method, path, { key: by, body });
const create = async (body: object = {}) =>
	(await request("POST", "/v1/webhooks", { url: URL_A, ...body })).body;
const outbox = () => env.OUTBOX.getByName(accountId);
const travel = (ms: number) =>
	runInDurableObject(outbox(), (instance) => {
		instance.clock = () => Date.now() + ms;
	});
const deliveries = async (id: string) => (await request("GET", `/v1/webhooks/${id}/deliveries`)).body.data;
const angry = () =>
	Array.from({ length: 6 }, (_, i) => ({
		type: i % 2 ? "error" : "rage_click",
		ts: Date.now() / 1000 - 12 + i * 2,
		x: 400,
		y: 300,
	}));
const post = (session: string) => request("POST", `/v1/sessions/${session}/events`, { events: angry() });

describe("/v1/webhooks", () => {
	it("makes one, shows its secret once, lists, changes and deletes it", async () => {
		const { status, body } = await request("POST", "/v1/webhooks", { url: URL_A, moods: ["frustrated"] });
		expect(status).toBe(201);
		const { secret, ...shown } = body;
		expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/);
		expect(shown).toEqual({
			id: expect.any(String),
			url: URL_A,
			types: ["mood.changed", "intervention.due", "quota.reached"],
			moods: ["frustrated"],
			model: "intent",
			description: null,
			active: true,
			disabled_reason: null,
			created_at: new Date(api.now).toISOString(),
		});
		expect((await request("GET", "/v1/webhooks")).body).toEqual({ data: [shown], next_cursor: null });
		const changed = await request("PATCH", `/v1/webhooks/${shown.id}`, { url: URL_B, description: "Desk" });
		expect(changed.body).toEqual({ ...shown, url: URL_B, description: "Desk" });
		expect((await request("DELETE", `/v1/webhooks/${shown.id}`)).status).toBe(204);
		expect((await request("GET", "/v1/webhooks")).body.data).toEqual([]);
	});

	it.each([
		"http://example.com/x",
		"ftp://example.com",
		"nonsense",
		"https://user:pass@example.com/",
		"https://10.0.0.1/",
		"https://169.254.169.254/latest/meta-data",
		"https://0x7f.1/",
		"https://2130706433/",
		"https://[::1]/",
		"https://[::ffff:10.0.0.1]/",
		"https://[fd00::1]/",
		"https://[::127.0.0.1]/",
		"https://router.local/",
		"https://intranet/",
	])("refuses to send to %s", async (url) => {
		// Only a local server may send to its own machine, and this one is.
		const isLoopback = ["https://0x7f.1/", "https://2130706433/", "https://[::1]/"].includes(url);
		const { status, body } = await request("POST", "/v1/webhooks", { url });
		expect(status).toBe(isLoopback ? 201 : 400);
		if (!isLoopback) expect(body).toMatchObject({ field: "url", message: expect.any(String) });
	});

	it("holds ten at most, and is for the account's secret keys alone", async () => {
		const { id } = await create();
		const more = await Promise.all(
			Array.from({ length: 14 }, () => request("POST", "/v1/webhooks", { url: URL_A })),
		);
		expect(more.filter(({ status }) => status === 201)).toHaveLength(9);
		expect(more.filter(({ status }) => status === 409)).toHaveLength(5);
		const other = await newAccount(api);
		expect((await request("PATCH", `/v1/webhooks/${id}`, { url: URL_B }, other)).status).toBe(404);
		expect((await request("DELETE", `/v1/webhooks/${id}`, undefined, other)).status).toBe(404);
		expect((await request("GET", `/v1/webhooks/${id}/deliveries`, undefined, other)).status).toBe(404);
		expect((await request("POST", `/v1/webhooks/${id}/test`, undefined, other)).status).toBe(404);
		const page = await publishableKey(api, key, SHOP);
		const refused = await api.request("GET", "/v1/webhooks", { key: page, headers: { Origin: SHOP } });
		expect(refused.status).toBe(403);
	});
});

describe("a message", () => {
	it("is signed as Standard Webhooks says", async () => {
		const { id, secret } = await create();
		expect((await request("POST", `/v1/webhooks/${id}/test`)).status).toBe(202);
		await vi.waitFor(() => expect(received).toHaveLength(1));
		const [{ url, headers, body }] = received as [Received];
		expect(url).toBe(URL_A);
		const verified = new Webhook(secret).verify(body, Object.fromEntries(headers)) as { type: string };
		expect(verified).toMatchObject({ type: "ping", timestamp: expect.any(String), data: { webhook_id: id } });
		expect(() => new Webhook(secret).verify(`${body} `, Object.fromEntries(headers))).toThrow();
		await vi.waitFor(async () =>
			expect(await deliveries(id)).toEqual([
				{
					id: headers.get("webhook-id"),
					type: "ping",
					status: "delivered",
					attempts: 1,
					response: "200",
					latency_ms: expect.any(Number),
					created_at: expect.any(String),
					next_attempt_at: null,
				},
			]),
		);
	});

	it("tells of changes of mood that were asked for, and only of those", async () => {
		await create({ moods: ["frustrated"] });
		await create({ url: URL_B, types: ["quota.reached"] });
		await post("a");
		await vi.waitFor(() => expect(received).toHaveLength(1), 3000);
		expect(JSON.parse(received[0]?.body ?? "")).toMatchObject({
			type: "mood.changed",
			data: { model: "intent", session_id: "a", mood: "frustrated", previous: null, event_count: 6 },
		});
	});

	it("tells of interventions that are shown", async () => {
		await create({ types: ["intervention.due"] });
		const intervention = { name: "Chat", action: "chat", when: { moods: ["frustrated"] }, holdout: 0 };
		const { body } = await request("POST", "/v1/interventions", intervention);
		await post("a");
		await vi.waitFor(() => expect(received).toHaveLength(1), 3000);
		expect(JSON.parse(received[0]?.body ?? "")).toMatchObject({
			type: "intervention.due",
			data: { session_id: "a", intervention_id: body.id, name: "Chat", action: "chat", payload: null },
		});
	});

	it("tells of the quota at 80 and at 100 percent, once each", async () => {
		await create({ types: ["quota.reached"] });
		await runInDurableObject(env.ACCOUNT.getByName(accountId), (_, { storage }) => {
			const month = new Date().toISOString().slice(0, 7);
			storage.sql.exec("INSERT INTO months (month, used) VALUES (?, 3998)", month);
		});
		for (const session of ["a", "b", "c"]) await post(session);
		await vi.waitFor(() => expect(received).toHaveLength(1), 3000);
		expect(JSON.parse(received[0]?.body ?? "")).toMatchObject({
			type: "quota.reached",
			data: { percent: 80, sessions_used: 4000, limit: 5000 },
		});
		await post("d");
		expect(received).toHaveLength(1);
	});
});

describe("delivery", () => {
	it("comes back with pauses until it is taken, also after an eviction", async () => {
		const { id } = await create();
		answerOf = () => new Response(null, { status: 500 });
		await request("POST", `/v1/webhooks/${id}/test`);
		await vi.waitFor(async () => expect((await deliveries(id))[0].attempts).toBe(1));
		const [{ next_attempt_at: next, status, response }] = await deliveries(id);
		expect({ status, response }).toEqual({ status: "pending", response: "500" });
		expect(Date.parse(next) - Date.now()).toBeGreaterThan(3_000);
		expect(Date.parse(next) - Date.now()).toBeLessThan(7_000);
		answerOf = () => new Response("ok");
		await evictDurableObject(outbox());
		await travel(10_000);
		await runDurableObjectAlarm(outbox());
		expect(await deliveries(id)).toMatchObject([{ status: "delivered", attempts: 2 }]);
		expect(received[0]?.headers.get("webhook-id")).toBe(received[1]?.headers.get("webhook-id"));
	});

	it("gives up after ten attempts", async () => {
		const { id } = await create();
		answerOf = () => new Response(null, { status: 503 });
		await request("POST", `/v1/webhooks/${id}/test`);
		await vi.waitFor(async () => expect((await deliveries(id))[0].attempts).toBe(1));
		for (let i = 1; i < 10; i++) {
			const [{ next_attempt_at: next }] = await deliveries(id);
			await travel(Date.parse(next) - Date.now() + 1_000);
			await runDurableObjectAlarm(outbox());
		}
		expect(await deliveries(id)).toMatchObject([{ status: "failed", attempts: 10, next_attempt_at: null }]);
	});

	it("takes a redirect and a cut connection for failures", async () => {
		const { id } = await create();
		answerOf = () => new Response(null, { status: 302, headers: { Location: "https://example.com/c" } });
		await request("POST", `/v1/webhooks/${id}/test`);
		await vi.waitFor(async () => expect((await deliveries(id))[0].response).toBe("302"));
		answerOf = () => Promise.reject(new TypeError("connection refused"));
		await request("POST", `/v1/webhooks/${id}/test`);
		await vi.waitFor(async () => expect((await deliveries(id))[0].response).toBe("no connection"));
		expect(received.map(({ url }) => url)).toEqual([URL_A, URL_A]);
	});

	it("switches off at once on 410, and after five days of failure; it can be switched on again", async () => {
		const gone = await create();
		answerOf = () => new Response(null, { status: 410 });
		await request("POST", `/v1/webhooks/${gone.id}/test`);
		const webhook = async (id: string) =>
			(await request("GET", "/v1/webhooks")).body.data.find((each: { id: string }) => each.id === id);
		await vi.waitFor(async () => expect((await webhook(gone.id)).active).toBe(false));
		expect((await webhook(gone.id)).disabled_reason).toMatch(/410/);
		expect((await request("POST", `/v1/webhooks/${gone.id}/test`)).status).toBe(409);
		const again = await request("PATCH", `/v1/webhooks/${gone.id}`, { active: true });
		expect(again.body).toMatchObject({ active: true, disabled_reason: null });
		answerOf = () => new Response(null, { status: 500 });
		const failing = await create({ url: URL_B });
		await request("POST", `/v1/webhooks/${failing.id}/test`);
		await vi.waitFor(async () => expect((await deliveries(failing.id))[0].attempts).toBe(1));
		await travel(5 * DAY);
		await runDurableObjectAlarm(outbox());
		expect(await webhook(failing.id)).toMatchObject({
			active: false,
			disabled_reason: "The address failed for five days",
		});
	});

	it("of a slow endpoint holds up no other", async () => {
		const [slow, quick] = [await create(), await create({ url: URL_B })];
		let isStuck = true;
		const stuck = async () => {
			while (isStuck) await scheduler.wait(20);
			return new Response("ok");
		};
		answerOf = (url) => (url === URL_A ? stuck() : new Response("ok"));
		const backlog = Array.from({ length: 250 }, () => ({ webhookId: slow.id, type: "ping", body: "{}" }));
		await outbox().put(backlog);
		await request("POST", `/v1/webhooks/${quick.id}/test`);
		await vi.waitFor(async () => {
			const d = await deliveries(quick.id);
			expect(d[0].status).toBe("delivered");
		});
		expect(received.filter(({ url }) => url === URL_A)).toHaveLength(4);
		isStuck = false;
		await vi.waitFor(() => expect(received.filter(({ url }) => url === URL_A)).toHaveLength(250), 10_000);
	});

	it("forgets a session that was erased, and everything with the account", async () => {
		const { id } = await create({ moods: ["frustrated"] });
		answerOf = () => new Response(null, { status: 500 });
		await post("a");
		await vi.waitFor(async () => expect(await deliveries(id)).toHaveLength(1), 3000);
		await request("DELETE", "/v1/sessions/a");
		expect(await deliveries(id)).toEqual([]);
		await request("POST", `/v1/webhooks/${id}/test`);
		await request("DELETE", "/v1/account");
		const left = await runInDurableObject(outbox(), (_, { storage }) =>
			storage.sql.exec("SELECT name FROM sqlite_master WHERE name = 'deliveries'").toArray(),
		);
		expect(left).toEqual([]);
		const rows = await env.DB.prepare("SELECT count(*) AS count FROM webhooks WHERE account_id = ?")
			.bind(accountId)
			.first();
		expect(rows).toEqual({ count: 0 });
	});

	it("wakes no object where there is no webhook", async () => {
		await post("a");
		const left = await runInDurableObject(outbox(), (_, { storage }) =>
			storage.sql.exec("SELECT name FROM sqlite_master WHERE name = 'deliveries'").toArray(),
		);
		expect(left).toEqual([]);
	});
});
