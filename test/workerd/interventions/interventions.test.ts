import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { accountIdOf, NOW, newAccount, publishableKey, testApi } from "../../support/api.ts";

const SHOP = "https://shop.example";
const MINUTE = 60_000;
const api = testApi();
let key: string;
beforeEach(async () => {
	api.now = NOW;
	key = await newAccount(api);
});

const request = (method: string, path: string, body?: unknown, by = key) =>
	api.request(method, path, { key: by, body });
const CHAT = {
	name: "Offer a chat",
	when: { moods: ["frustrated"] },
	action: "show_live_chat",
	payload: { text: "Can we help?" },
	holdout: 0,
};
const create = async (body: object = {}) =>
	(await request("POST", "/v1/interventions", { ...CHAT, ...body })).body;

/** Events of somebody for whom nothing works, `seconds` before now. */
const struggle = (at = api.now) =>
	Array.from({ length: 6 }, (_, i) => ({
		type: i % 2 ? "error" : "rage_click",
		ts: at / 1000 - 12 + i * 2,
		x: 400,
		y: 300,
		...(i % 2 && { message: "Payment failed" }),
	}));
/** Events of somebody who reads on and on. */
const calm = () =>
	Array.from({ length: 14 }, (_, i) => ({
		type: i % 3 === 0 ? "page_view" : "scroll",
		ts: api.now / 1000 - 14 + i,
		...(i % 3 === 0 ? { url: `/${api.now}/${i}` } : { speed: 500, direction: "down", value: 5 * i }),
	}));
const post = (session: string, events: object[] = struggle(), query = "reading=true", headers = {}) =>
	api.request("POST", `/v1/sessions/${session}/events?${query}`, { key, body: { events }, headers });
const report = async (id: string) => (await request("GET", `/v1/interventions/${id}/report`)).body;
const ring = async (session: string) =>
	runDurableObjectAlarm(env.SESSION.getByName(`${await accountIdOf(key)}:${session}`));

describe("/v1/interventions", () => {
	it("makes one with defaults, reads, lists, changes and deletes it", async () => {
		const { status, body } = await request("POST", "/v1/interventions", CHAT);
		expect(status).toBe(201);
		expect(body).toEqual({
			...CHAT,
			id: expect.any(String),
			model: "intent",
			when: { moods: ["frustrated"], min_confidence: 0.7, for_seconds: 0, signals: null },
			cooldown_seconds: 600,
			max_per_session: 1,
			goal: null,
			active: true,
			created_at: new Date(NOW).toISOString(),
			updated_at: new Date(NOW).toISOString(),
		});
		expect((await request("GET", `/v1/interventions/${body.id}`)).body).toEqual(body);
		api.now += 1000;
		const changed = await request("PATCH", `/v1/interventions/${body.id}`, {
			name: "Chat",
			when: { min_confidence: 0.8 },
		});
		expect(changed.body).toEqual({
			...body,
			name: "Chat",
			when: { ...body.when, min_confidence: 0.8 },
			updated_at: new Date(api.now).toISOString(),
		});
		const second = await create({ name: "Second" });
		const firstPage = (await request("GET", "/v1/interventions?limit=1")).body;
		expect(firstPage.data).toEqual([second]);
		const nextPage = (await request("GET", `/v1/interventions?limit=1&cursor=${firstPage.next_cursor}`)).body;
		expect(nextPage).toEqual({ data: [changed.body], next_cursor: null });
		expect((await request("DELETE", `/v1/interventions/${body.id}`)).status).toBe(204);
		expect((await request("GET", `/v1/interventions/${body.id}`)).status).toBe(404);
	});

	it.each([
		[{ when: { moods: ["furious"] } }, /furious is none of the moods/],
		[{ when: { moods: ["frustrated"], signals: ["hunger"] } }, /hunger is none of the signals/],
		[{ when: { moods: [] } }, /moods/],
		[{ model: "astrology" }, /model/],
		[{ holdout: 0.95 }, /holdout/],
		[{ payload: "x".repeat(5000) }, /4 KiB/],
		[{ name: " " }, /name/],
		[{ action: undefined }, /action/],
		[{ cooldown_seconds: -1 }, /cooldown_seconds/],
	])("refuses what is wrong: %#", async (body, message) => {
		const { status, body: answer } = await request("POST", "/v1/interventions", { ...CHAT, ...body });
		expect(status).toBe(400);
		expect(JSON.stringify(answer)).toMatch(message);
	});

	it("refuses a change that leaves moods of another model", async () => {
		const { id } = await create();
		const { status, body } = await request("PATCH", `/v1/interventions/${id}`, {
			model: "engagement",
			when: { signals: ["moderate_scroll"] },
		});
		expect(status).toBe(400);
		expect(body.message).toMatch(/none of the signals/);
	});

	it("is for the account's secret keys alone", async () => {
		const { id } = await create();
		const other = await newAccount(api);
		for (const [method, path] of [
			["GET", `/v1/interventions/${id}`],
			["PATCH", `/v1/interventions/${id}`],
			["DELETE", `/v1/interventions/${id}`],
			["GET", `/v1/interventions/${id}/report`],
		] as const)
			expect(
				(await request(method, path, method === "PATCH" ? { name: "x" } : undefined, other)).status,
			).toBe(404);
		expect((await request("GET", "/v1/interventions", undefined, other)).body.data).toEqual([]);
		const page = await publishableKey(api, key, SHOP);
		const refused = await api.request("GET", "/v1/interventions", { key: page, headers: { Origin: SHOP } });
		expect(refused.status).toBe(403);
	});
});

describe("a due intervention", () => {
	it("comes with the batch that makes it due, once", async () => {
		const { id } = await create();
		const { body } = await post("s");
		expect(body.intervention).toEqual({
			id: expect.any(String),
			intervention_id: id,
			name: CHAT.name,
			action: CHAT.action,
			payload: CHAT.payload,
		});
		api.now += 60 * MINUTE;
		expect((await post("s")).body).not.toHaveProperty("intervention");
	});

	it("is told only to whoever asks for the reading, and again for a batch that is repeated", async () => {
		await create();
		const headers = { "Idempotency-Key": "k" };
		const events = struggle();
		const first = await post("s", events, "reading=true", headers);
		await evictDurableObject(env.SESSION.getByName(`${await accountIdOf(key)}:s`));
		const again = await post("s", events, "reading=true", headers);
		expect(again.headers.get("Idempotency-Replayed")).toBe("true");
		expect(again.body.intervention).toEqual(first.body.intervention);
		expect((await post("other", struggle(), "reading=false")).body).not.toHaveProperty("intervention");
	});

	it("is none while it is not active, nor for sessions that are held out", async () => {
		const { id } = await create({ active: false });
		expect((await post("a")).body).not.toHaveProperty("intervention");
		await request("PATCH", `/v1/interventions/${id}`, { active: true, holdout: 0.9 });
		const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => post(`h-${i}`)));
		const treated = answers.filter(({ body }) => body.intervention).length;
		expect(treated).toBeLessThan(20);
		const { treated: shown, held_out: heldOut } = await report(id);
		expect(shown.sessions).toBe(treated);
		expect(heldOut.sessions).toBe(40 - treated);
	});

	it("comes by time alone if its condition has to hold for a while, and survives eviction", async () => {
		// The alarm is the machine's own, which rings at once for a time that is over.
		api.now = Date.UTC(2096, 0, 1);
		const { id } = await create({ when: { moods: ["frustrated"], for_seconds: 30 } });
		expect((await post("s")).body).not.toHaveProperty("intervention");
		await evictDurableObject(env.SESSION.getByName(`${await accountIdOf(key)}:s`));
		const stub = env.SESSION.getByName(`${await accountIdOf(key)}:s`);
		await runInDurableObject(stub, (instance) => Object.assign(instance, { clock: () => api.now + 31_000 }));
		expect(await ring("s")).toBe(true);
		expect((await report(id)).treated.sessions).toBe(1);
	});

	it("keeps its distance from others of the account", async () => {
		await create({ cooldown_seconds: 600, max_per_session: 5 });
		api.now += 1;
		const tip = await create({ name: "Tip", action: "show_tooltip", cooldown_seconds: 120 });
		expect((await post("s")).body.intervention.name).toBe(CHAT.name);
		api.now += MINUTE;
		expect((await post("s")).body).not.toHaveProperty("intervention");
		api.now += MINUTE;
		expect((await post("s")).body.intervention.intervention_id).toBe(tip.id);
	});
});

describe("a report", () => {
	it("counts who recovered within ten minutes, who reached the goal within the hour, and feedback", async () => {
		const { id } = await create({ goal: "purchase" });
		for (const session of ["a", "b", "c"]) await post(session);
		api.now += MINUTE;
		await post("a", calm());
		await request("POST", "/v1/sessions/a/outcomes", { goal: "purchase", value: 30 });
		await request("POST", "/v1/sessions/b/outcomes", { goal: "newsletter" });
		await request("POST", "/v1/sessions/b/feedback", { action_taken: CHAT.action, was_helpful: false });
		expect(await report(id)).toMatchObject({ treated: { sessions: 3, recovered: 0, reached_goal: 0 } });
		api.now += 11 * MINUTE;
		await post("b", calm());
		expect(await report(id)).toMatchObject({ treated: { recovered: 1, reached_goal: 0, did_not_help: 1 } });
		api.now += 60 * MINUTE;
		const full = await report(id);
		expect(full).toMatchObject({
			treated: { sessions: 3, recovered: 1, reached_goal: 1, helped: 0, did_not_help: 1, value_mean: 10 },
			held_out: { sessions: 0, value_mean: null },
			recovery: { difference: null, interval: null, p_value: null, conclusive: false },
		});
		expect(full.message).toBe(
			"Too early to say: ten minutes have passed for 3 sessions with it, for 0 without. At least 20 of each are needed.",
		);
	});

	it("starts anew when the holdout changes, and moves nobody", async () => {
		const { id } = await create();
		await post("s");
		await request("PATCH", `/v1/interventions/${id}`, { holdout: 0.9 });
		expect((await report(id)).treated.sessions).toBe(0);
		await request("PATCH", `/v1/interventions/${id}`, { max_per_session: 9, cooldown_seconds: 0 });
		api.now += MINUTE;
		expect((await post("s")).body.intervention?.intervention_id).toBe(id);
	});

	it("counts a visit that has not begun to count towards the quota", async () => {
		const { id } = await create({ when: { moods: ["neutral"], min_confidence: 0 } });
		const page = await publishableKey(api, key, SHOP);
		await api.request("POST", `/v1/sessions/s/events?key=${page}`, {
			body: { events: [{ type: "page_view", url: "/" }] },
			headers: { Origin: SHOP },
		});
		expect((await report(id)).treated.sessions).toBe(1);
	});

	it("forgets a session that is erased", async () => {
		const { id } = await create();
		await post("s");
		await request("POST", "/v1/sessions/s/outcomes", { goal: "purchase" });
		await request("DELETE", "/v1/sessions/s");
		expect((await report(id)).treated.sessions).toBe(0);
	});
});

describe("POST /v1/sessions/:id/outcomes", () => {
	const outcome = (body: unknown, headers = {}) =>
		api.request("POST", "/v1/sessions/s/outcomes", { key, body, headers });

	it("stores an outcome once per idempotency key", async () => {
		await post("s", calm());
		expect((await outcome({ goal: "purchase", value: 5 })).body).toEqual({
			session_id: "s",
			outcome_recorded: true,
		});
		const headers = { "Idempotency-Key": "one" };
		await outcome({ goal: "purchase" }, headers);
		expect((await outcome({ goal: "purchase" }, headers)).headers.get("Idempotency-Replayed")).toBe("true");
		expect((await outcome({ goal: "refund" }, headers)).status).toBe(422);
	});

	it("refuses what is malformed, unknown sessions, and more than a hundred", async () => {
		expect((await outcome({ goal: "purchase" })).status).toBe(404);
		await post("s", calm());
		expect((await outcome({})).status).toBe(400);
		expect((await outcome({ goal: "x", value: "much" })).status).toBe(400);
		for (let i = 0; i < 100; i++) await outcome({ goal: "click" });
		expect((await outcome({ goal: "click" })).status).toBe(409);
	});

	it("may come from a page of the site", async () => {
		const page = await publishableKey(api, key, SHOP);
		await post("s", calm());
		const from = (origin: string) =>
			api.request("POST", `/v1/sessions/s/outcomes?key=${page}`, {
				body: { goal: "purchase" },
				headers: { Origin: origin },
			});
		expect((await from(SHOP)).status).toBe(200);
		expect((await from("https://evil.example")).status).toBe(403);
	});
});
