import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { accountIdOf, NOW, newAccount, testApi } from "../../support/api.ts";

const api = testApi();
const HOUR = 3_600_000;
let key: string;
beforeEach(async () => {
	api.now = NOW;
	key = await newAccount(api);
});

const batch = { events: [{ type: "click" }, { type: "error" }] };
const post = (idempotencyKey: string, body: unknown = batch, query = "") =>
	api.request("POST", `/v1/sessions/s/events${query}`, {
		key,
		body,
		headers: { "Idempotency-Key": idempotencyKey },
	});
const eventCount = async () => (await api.request("GET", "/v1/sessions/s/mood", { key })).body.event_count;

describe("Idempotency-Key on events", () => {
	it("answers a repeated request as the first and stores nothing twice", async () => {
		const first = await post("a");
		await post("b");
		const again = await post("a");
		expect(again.status).toBe(200);
		expect(again.body).toEqual(first.body);
		expect(first.headers.get("Idempotency-Replayed")).toBeNull();
		expect(again.headers.get("Idempotency-Replayed")).toBe("true");
		expect(await eventCount()).toBe(4);
	});

	it("refuses another body or model under the same key", async () => {
		await post("a");
		expect(await post("a", { events: [{ type: "click" }] })).toMatchObject({
			status: 422,
			body: { error: "Idempotency key reused", code: "idempotency_mismatch" },
		});
		expect((await post("a", batch, "?model=engagement")).status).toBe(422);
		expect(await eventCount()).toBe(2);
	});

	it("lasts 24 hours, over an eviction too", async () => {
		await post("a");
		await evictDurableObject(env.SESSION.getByName(`${await accountIdOf(key)}:s`));
		api.now = NOW + 24 * HOUR - 1;
		await post("a");
		expect(await eventCount()).toBe(2);
		api.now = NOW + 24 * HOUR;
		await post("a");
		expect(await eventCount()).toBe(4);
	});

	it("knows a key again that was stored with a digest", async () => {
		await post("a");
		const session = env.SESSION.getByName(`${await accountIdOf(key)}:s`);
		await runInDurableObject(session, (_, { storage }) => {
			storage.sql.exec("UPDATE batches SET fingerprint = ?", "0123456789abcdef".repeat(4));
		});
		await evictDurableObject(session);
		expect((await post("a")).headers.get("Idempotency-Replayed")).toBe("true");
		expect(await eventCount()).toBe(2);
	});

	it("stores once what arrives ten times at once", async () => {
		const answers = await Promise.all(Array.from({ length: 10 }, () => post("a")));
		expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
		expect(await eventCount()).toBe(2);
	});

	it("counts per session", async () => {
		await post("a");
		const other = await api.request("POST", "/v1/sessions/other/events", {
			key,
			body: { events: [{ type: "click" }] },
			headers: { "Idempotency-Key": "a" },
		});
		expect(other.status).toBe(200);
	});

	it("is taken from the query too, for requests that cannot have headers", async () => {
		const send = () =>
			api.request("POST", "/v1/sessions/s/events?idempotency_key=beacon-1", { key, body: batch });
		await send();
		await send();
		expect(await eventCount()).toBe(2);
	});

	it.each(["", "with space", "ключ", "x".repeat(256)])("refuses the key %j", async (bad) => {
		const { status, body } = await api.request(
			"POST",
			`/v1/sessions/s/events?idempotency_key=${encodeURIComponent(bad)}`,
			{ key, body: batch },
		);
		expect(status).toBe(400);
		expect(body).toMatchObject({ error: "Invalid field", code: "invalid_input", field: "Idempotency-Key" });
	});

	it("is not spent by a refused request", async () => {
		expect((await post("a", { events: [{ type: "nonsense" }] })).status).toBe(400);
		expect((await post("a")).status).toBe(200);
	});
});

describe("Idempotency-Key on feedback", () => {
	const feedback = (idempotencyKey: string, action = "show_live_chat") =>
		api.request("POST", "/v1/sessions/s/feedback", {
			key,
			body: { action_taken: action, was_helpful: true },
			headers: { "Idempotency-Key": idempotencyKey },
		});
	const helped = async () =>
		(await api.request("GET", "/v1/analytics/actions", { key })).body.actions[0].helped;

	it("records once, refuses another body, and forgets after 24 hours", async () => {
		await post("e");
		const first = await feedback("f");
		const again = await feedback("f");
		expect(again.body).toEqual(first.body);
		expect(again.headers.get("Idempotency-Replayed")).toBe("true");
		expect((await feedback("f", "other")).status).toBe(422);
		expect(await helped()).toBe(1);
		api.now = NOW + 24 * HOUR;
		await feedback("f");
		expect(await helped()).toBe(2);
	});
});
