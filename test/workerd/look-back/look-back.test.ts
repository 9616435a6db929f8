import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { accountIdOf, NOW, newAccount, publishableKey, testApi } from "../../support/api.ts";

const HOUR = 3_600_000;
const SHOP = "https://shop.example";
const api = testApi();
let key: string;
let accountId: string;
beforeEach(async () => {
	api.now = NOW;
	key = await newAccount(api);
	accountId = await accountIdOf(key);
	await runInDurableObject(env.ACCOUNT.getByName(accountId), (instance) => {
		instance.clock = () => api.now;
	});
});

const get = async (path: string, by = key) => api.request("GET", path, { key: by });
const post = (session: string, events: object[]) =>
	api.request("POST", `/v1/sessions/${session}/events`, { key, body: { events } });
const ANGRY = () =>
	Array.from({ length: 6 }, (_, i) => ({
		type: i % 2 ? "error" : "rage_click",
		ts: api.now / 1000 - 12 + i * 2,
		x: 400,
		y: 300,
	}));
const CALM = () =>
	Array.from({ length: 9 }, (_, i) => ({
		type: i % 3 === 0 ? "page_view" : "scroll",
		ts: api.now / 1000 - 45 + 5 * i,
		...(i % 3 === 0 ? { url: `/${api.now}/${i}` } : { speed: 500, direction: "down", value: 5 * i }),
	}));
const ids = ({ data }: { data: { session_id: string }[] }) => data.map(({ session_id }) => session_id);

describe("GET /v1/sessions", () => {
	it("lists sessions as they are now, those first that began last, page by page", async () => {
		for (const id of ["a", "b", "c"]) {
			await post(id, id === "b" ? ANGRY() : CALM());
			api.now += 1000;
		}
		await post("a", [{ type: "scroll", speed: 300 }]);
		const { body: first } = await get("/v1/sessions?limit=2");
		expect(ids(first)).toEqual(["c", "b"]);
		const { body: mood } = await get("/v1/sessions/b/mood");
		expect(first.data[1]).toEqual({
			session_id: "b",
			mood: "frustrated",
			confidence: mood.confidence,
			event_count: 6,
			updated_at: mood.updated_at,
		});
		const { body: rest } = await get(`/v1/sessions?limit=2&cursor=${first.next_cursor}`);
		expect(rest).toMatchObject({ data: [{ session_id: "a", event_count: 10 }], next_cursor: null });
	});

	it("filters by mood and model", async () => {
		await post("a", ANGRY());
		await post("b", CALM());
		expect(ids((await get("/v1/sessions?mood=frustrated")).body)).toEqual(["a"]);
		expect(ids((await get("/v1/sessions?mood=frustrated&model=engagement")).body)).toEqual(["a"]);
		expect((await get("/v1/sessions?mood=bored&model=engagement")).body.data).toEqual([]);
		await post(
			"a",
			CALM().map((event) => ({ ...event, ts: event.ts + 400 })),
		);
		await expect.poll(async () => ids((await get("/v1/sessions?mood=frustrated")).body)).toEqual([]);
	});

	it.each(["limit=0", "limit=101", "mood=furious", "model=x", "cursor=nonsense", "cursor=WzFd"])(
		"refuses %s",
		async (query) => {
			const { status, body } = await get(`/v1/sessions?${query}`);
			expect(status).toBe(400);
			expect(body.error).toBeTypeOf("string");
		},
	);

	it("shows nothing of other accounts, nor to pages, nor what was erased", async () => {
		await post("a", ANGRY());
		expect((await get("/v1/sessions", await newAccount(api))).body.data).toEqual([]);
		const page = await publishableKey(api, key, SHOP);
		const refused = await api.request("GET", `/v1/sessions?key=${page}`, { headers: { Origin: SHOP } });
		expect(refused.status).toBe(403);
		await api.request("DELETE", "/v1/sessions/a", { key });
		expect((await get("/v1/sessions")).body).toEqual({ data: [], next_cursor: null });
	});
});

describe("GET /v1/sessions/:id/timeline", () => {
	it("tells the moods one after the other, the events as posted and what was shown", async () => {
		await api.request("POST", "/v1/interventions", {
			key,
			body: { name: "Chat", action: "chat", when: { moods: ["frustrated"] }, holdout: 0 },
		});
		const calm = CALM();
		await post("s", calm);
		api.now += 20_000;
		const angry = ANGRY();
		await post("s", angry);
		await evictDurableObject(env.SESSION.getByName(`${accountId}:s`));
		const { body } = await get("/v1/sessions/s/timeline");
		expect(body.events).toEqual([...calm, ...angry]);
		const moods = body.moods.map(({ mood }: { mood: string }) => mood);
		expect(moods[0]).toBe("neutral");
		expect(moods).toContain("browsing");
		expect(moods.at(-1)).toBe("frustrated");
		for (const [i, { from, to }] of body.moods.entries()) {
			expect(Date.parse(from)).toBeLessThanOrEqual(Date.parse(to));
			if (i > 0) expect(from).toBe(body.moods[i - 1].to);
		}
		expect(body.interventions).toMatchObject([
			{ name: "Chat", action: "chat", at: new Date(api.now).toISOString() },
		]);
		expect(body.events_kept_until).toBe(new Date(api.now + 30 * 24 * HOUR).toISOString());
	});

	it("holds the newest 500 events, and none once they are no longer kept", async () => {
		const many = Array.from({ length: 600 }, (_, i) => ({
			type: "click",
			ts: NOW / 1000 - 600 + i,
			x: i,
			y: i,
		}));
		await post("s", many);
		expect((await get("/v1/sessions/s/timeline")).body.events).toEqual(many.slice(100));
		const stub = env.SESSION.getByName(`${accountId}:s`);
		await runInDurableObject(stub, (instance) => {
			instance.clock = () => NOW + 31 * 24 * HOUR;
		});
		await runDurableObjectAlarm(stub);
		expect((await get("/v1/sessions/s/timeline")).body).toMatchObject({ moods: [], events: [] });
	});

	it("is 404 for unknown sessions and those of others", async () => {
		expect((await get("/v1/sessions/none/timeline")).status).toBe(404);
		await post("s", CALM());
		expect((await get("/v1/sessions/s/timeline", await newAccount(api))).status).toBe(404);
	});
});

describe("GET /v1/analytics/timeline", () => {
	const times = async (query: string) => (await get(`/v1/analytics/timeline?${query}`)).body.data;
	const at = (ms: number) => new Date(ms).toISOString();

	it("counts a session once in each bucket and mood that it was in", async () => {
		await post("a", ANGRY());
		await post("a", ANGRY());
		await post("b", CALM());
		api.now += HOUR;
		await post(
			"a",
			CALM().map((event) => ({ ...event, ts: event.ts + 60 })),
		);
		const query = `from=${at(NOW - HOUR)}&to=${at(api.now)}`;
		await expect
			.poll(async () => (await times(query))[2].sessions, { timeout: 3000 })
			.toEqual({ browsing: 1 });
		// The events are from a few seconds before the hour, and before the next one.
		expect(await times(query)).toEqual([
			{ start: at(NOW - HOUR), sessions: { frustrated: 1, browsing: 1 } },
			{ start: at(NOW), sessions: {} },
			{ start: at(NOW + HOUR), sessions: { browsing: 1 } },
		]);
	});

	it("takes an erased session out of all buckets", async () => {
		await post("a", ANGRY());
		await post("b", ANGRY());
		const query = `bucket=day&from=${at(NOW)}&to=${at(NOW)}`;
		expect(await times(query)).toEqual([{ start: "2026-05-04T00:00:00.000Z", sessions: { frustrated: 2 } }]);
		await api.request("DELETE", "/v1/sessions/a", { key });
		expect((await times(query))[0].sessions).toEqual({ frustrated: 1 });
		await api.request("DELETE", "/v1/sessions/b", { key });
		expect((await times(query))[0].sessions).toEqual({});
	});

	it("shows the last day by the hour and the last month by the day", async () => {
		expect(await times("")).toHaveLength(24);
		expect(await times("bucket=day")).toHaveLength(30);
		expect((await times("")).at(-1).start).toBe(at(NOW));
	});

	it.each([
		"bucket=week",
		"from=yesterday",
		`from=${at(NOW)}&to=${at(NOW - HOUR)}`,
		`from=${at(NOW - 750 * HOUR)}&to=${at(NOW)}`,
		"model=x",
	])("refuses %s", async (query) => {
		expect((await get(`/v1/analytics/timeline?${query}`)).status).toBe(400);
	});
});

describe("GET /v1/usage", () => {
	it("counts the month's sessions", async () => {
		await post("a", CALM());
		await post("a", CALM());
		await post("b", CALM());
		expect((await get("/v1/usage")).body).toEqual({
			plan: "starter",
			month: "2026-05",
			sessions_used: 2,
			limit: 5000,
			reset_at: "2026-06-01T00:00:00.000Z",
		});
		api.now = Date.UTC(2026, 5, 2);
		expect((await get("/v1/usage")).body).toMatchObject({ month: "2026-06", sessions_used: 0 });
	});
});
