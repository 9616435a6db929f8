import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { accountIdOf, NOW, newAccount, testApi } from "../../support/api.ts";

const api = testApi();
let key: string;
beforeEach(async () => {
	api.now = NOW;
	key = await newAccount(api);
});

const post = (id: string) =>
	api.request("POST", `/v1/sessions/${id}/events`, { key, body: { type: "click" } });

/** As if so many sessions had been counted in May 2026. */
async function useUp(sessions: number): Promise<void> {
	const account = env.ACCOUNT.getByName(await accountIdOf(key));
	await runInDurableObject(account, (_, { storage }) => {
		storage.sql.exec("INSERT INTO months (month, used) VALUES ('2026-05', ?)", sessions);
	});
}

describe("the monthly allowance", () => {
	it("admits exactly 100 of 200 new sessions that arrive at once when 100 are left", async () => {
		await useUp(4_900);
		const answers = await Promise.all(Array.from({ length: 200 }, (_, i) => post(`s${i}`)));
		expect(answers.filter(({ status }) => status === 200)).toHaveLength(100);
		expect(answers.filter(({ status }) => status === 429)).toHaveLength(100);
		const { body } = await api.request("GET", "/v1/analytics/moods", { key });
		expect(body.total_sessions).toBe(100);
	});

	it("says which plan, how many and until when", async () => {
		await useUp(5_000);
		const { status, body, headers } = await post("new");
		expect(status).toBe(429);
		expect(headers.get("Retry-After")).toBe(String(27 * 86_400 + 14 * 3_600));
		expect(body).toEqual({
			error: "Rate limit exceeded",
			code: "quota_exceeded",
			plan: "free",
			limit: 5000,
			reset_at: "2026-06-01T00:00:00.000Z",
		});
		expect((await api.request("GET", "/v1/sessions/new/mood", { key })).status).toBe(404);
	});

	it.each([
		["growth", 50_000],
		["pro", 200_000],
	])("is as large as the plan %s says", async (plan, limit) => {
		key = await newAccount(api, plan);
		await useUp(limit - 1);
		expect((await post("last")).status).toBe(200);
		expect((await post("one-more")).body).toMatchObject({ plan, limit });
	});

	it("lets a session that is counted go on", async () => {
		await useUp(4_999);
		await post("counted");
		expect((await post("new")).status).toBe(429);
		expect((await post("counted")).body.total_events).toBe(2);
	});

	it("counts a session again in the next month, by its events there", async () => {
		await useUp(4_999);
		await post("old");
		api.now = Date.UTC(2026, 5, 1) - 1;
		expect((await post("new")).status).toBe(429);
		api.now = Date.UTC(2026, 5, 1);
		expect((await post("new")).status).toBe(200);
		expect((await post("old")).status).toBe(200);
		const used = await runInDurableObject(env.ACCOUNT.getByName(await accountIdOf(key)), (_, { storage }) =>
			storage.sql.exec("SELECT used FROM months WHERE month = '2026-06'").one(),
		);
		expect(used).toEqual({ used: 2 });
	});

	it("counts a session once whose first events were lost after it was admitted", async () => {
		const account = env.ACCOUNT.getByName(await accountIdOf(key));
		const moods = { intent: "frustrated", engagement: "frustrated" };
		const note = { sessionId: "s", moods, readings: {}, eventCount: 1, updatedAt: 0, seen: [] };
		await account.admit({ accountId: "a", note, month: "2026-05", limit: 5_000, visitor: null });
		await post("s");
		const used = await runInDurableObject(account, (_, { storage }) =>
			storage.sql.exec("SELECT used FROM months").one(),
		);
		expect(used).toEqual({ used: 1 });
		const { body } = await api.request("GET", "/v1/analytics/moods", { key });
		expect(body.mood_distribution[0]).toEqual({ mood: "neutral", count: 1, percentage: 100 });
	});

	it("is per account", async () => {
		await useUp(5_000);
		key = await newAccount(api);
		expect((await post("s")).status).toBe(200);
	});
});
