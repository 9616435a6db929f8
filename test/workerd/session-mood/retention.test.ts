import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import type { SessionObject } from "../../../src/session-mood/session/session-object.ts";
import { accountIdOf, newAccount, testApi } from "../../support/api.ts";

const DAY = 86_400_000;
/** In the future, so that no alarm rings by itself: the platform sets an alarm in the past to now. */
const NOW = Date.UTC(2096, 0, 1);
const api = testApi();
let key: string;
let session: DurableObjectStub<SessionObject>;
beforeEach(async () => {
	api.now = NOW;
	key = await newAccount(api);
	session = env.SESSION.getByName(`${await accountIdOf(key)}:s`);
	await setClock(NOW);
});

const setClock = (now: number) =>
	runInDurableObject(session, (object) => {
		object.clock = () => now;
	});
const post = (...types: string[]) =>
	api.request("POST", "/v1/sessions/s/events", {
		key,
		body: { events: types.map((type) => ({ type, url: "/private", x: 5, y: 5 })) },
	});
const mood = async () => (await api.request("GET", "/v1/sessions/s/mood", { key })).body;
const alarm = () => runInDurableObject(session, (_, { storage }) => storage.getAlarm());
const storedEvents = () =>
	runInDurableObject(session, (_, { storage }) =>
		storage.sql
			.exec<{ events: string }>("SELECT events FROM batches")
			.toArray()
			.flatMap(({ events }) => JSON.parse(events)),
	);
const angry = ["rage_click", "error", "rage_click", "error", "rage_click"];

describe("retention", () => {
	it("keeps one durable row a batch, with the events as they came", async () => {
		await post("click", "error");
		await post("click");
		expect(await storedEvents()).toEqual(
			["click", "error", "click"].map((type) => ({ type, url: "/private", x: 5, y: 5 })),
		);
	});

	it("sets an alarm 30 days after the first events", async () => {
		await post("click");
		expect(await alarm()).toBe(NOW + 30 * DAY);
	});

	it("drops raw events 30 days after the last one and keeps the mood", async () => {
		await post(...angry);
		const before = await mood();
		await setClock(NOW + 30 * DAY);
		await runDurableObjectAlarm(session);
		expect(await storedEvents()).toEqual([]);
		expect(await mood()).toEqual(before);
		await evictDurableObject(session);
		expect(await mood()).toEqual(before);
		expect(await alarm()).toBeNull();
	});

	it("keeps no place, page or time of single events in the summary", async () => {
		await post("click", "click", "page_view", "scroll");
		await setClock(NOW + 30 * DAY);
		await runDurableObjectAlarm(session);
		const rows = await runInDurableObject(session, (_, { storage }) =>
			storage.sql.exec<{ state: string }>("SELECT state FROM batches").toArray(),
		);
		expect(rows).toHaveLength(1);
		const { models } = JSON.parse(rows[0]?.state ?? "{}");
		for (const model of Object.values<{ recent: unknown[] }>(models)) expect(model.recent).toEqual([]);
	});

	it("waits for 30 days after the last event, not the first", async () => {
		await post("click");
		api.now = NOW + 29 * DAY;
		await post("error");
		await setClock(NOW + 30 * DAY);
		await runDurableObjectAlarm(session);
		expect(await storedEvents()).toHaveLength(2);
		expect(await alarm()).toBe(NOW + 59 * DAY);
		await setClock(NOW + 59 * DAY);
		await runDurableObjectAlarm(session);
		expect(await storedEvents()).toEqual([]);
	});

	it("goes on counting when a session comes back", async () => {
		await post(...angry);
		await setClock(NOW + 30 * DAY);
		await runDurableObjectAlarm(session);
		api.now = NOW + 40 * DAY;
		await setClock(api.now);
		expect((await post("click")).body.total_events).toBe(6);
		expect(await alarm()).toBe(NOW + 70 * DAY);
	});
});

describe("when the account cannot be told of a changed mood", () => {
	const distribution = async () =>
		(await api.request("GET", "/v1/analytics/moods", { key })).body.mood_distribution.filter(
			({ count }: { count: number }) => count > 0,
		);
	beforeEach(async () => {
		await post("click");
		await runInDurableObject(session, (object) => {
			const gone = {
				getByName: () => ({ addMoodNotes: () => Promise.reject(new Error("connection lost")) }),
			};
			Object.assign(object, { env: { ...env, ACCOUNT: gone } });
		});
		expect((await post(...angry)).body).toMatchObject({ total_events: 6, current_mood: "frustrated" });
		expect(await distribution()).toMatchObject([{ mood: "neutral" }]);
	});

	it("tells it by the alarm", async () => {
		await expect.poll(alarm).toBe(NOW + 30_000);
		await evictDurableObject(session);
		await setClock(NOW + 30_000);
		await runDurableObjectAlarm(session);
		expect(await distribution()).toEqual([{ mood: "frustrated", count: 1, percentage: 100 }]);
		expect(await alarm()).toBe(NOW + 30 * DAY);
	});

	it("tells it with the next batch, also after the object was evicted", async () => {
		await evictDurableObject(session);
		await post("error");
		await expect.poll(distribution).toEqual([{ mood: "frustrated", count: 1, percentage: 100 }]);
	});
});

it("tells the account of a mood by an alarm when the machine failed before it could", async () => {
	await post("click");
	await runInDurableObject(session, (object) => {
		const losing = { getByName: () => ({ addMoodNotes: () => Promise.resolve() }) };
		Object.assign(object, { env: { ...env, ACCOUNT: losing } });
	});
	await post(...angry);
	expect(await alarm()).toBe(NOW + 10 * 60_000);
	await evictDurableObject(session);
	await setClock(NOW + 10 * 60_000);
	await runDurableObjectAlarm(session);
	const { body } = await api.request("GET", "/v1/analytics/moods", { key });
	expect(body.mood_distribution[0]).toEqual({ mood: "frustrated", count: 1, percentage: 100 });
	expect(await alarm()).toBe(NOW + 30 * DAY);
});

describe("a mood model that is younger than the session", () => {
	it("is folded over the events that are still stored", async () => {
		await post(...angry);
		await runInDurableObject(session, (_, { storage }) => {
			storage.sql.exec(
				"UPDATE batches SET state = json_remove(state, '$.models.engagement', '$.moods.engagement')",
			);
		});
		await evictDurableObject(session);
		const { body } = await api.request("GET", "/v1/sessions/s/mood?model=engagement", { key });
		expect(body).toMatchObject({ mood: "frustrated", event_count: 5 });
	});
});
