import { createExecutionContext, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { createApp } from "../../../src/app.ts";
import { accountIdOf, NOW, newAccount, publishableKey, testApi } from "../../support/api.ts";

const HOUR = 3_600_000;
const api = testApi();
let key: string;
beforeEach(async () => {
	api.now = NOW;
	key = await newAccount(api);
});

const keysOf = async (secret: string) => (await api.request("GET", "/v1/keys", { key: secret })).body.keys;
const works = async (secret: string) =>
	(await api.request("GET", "/v1/keys", { key: secret })).status === 200;
const rotate = (body: object = {}) => api.request("POST", "/v1/keys/rotate", { key, body });

describe("POST /v1/keys/rotate", () => {
	it("gives a new secret key, while the old one works until the overlap is over", async () => {
		const { status, body } = await rotate({ overlap_hours: 24 });
		expect(status).toBe(201);
		expect(body).toMatchObject({
			kind: "secret",
			key: expect.stringMatching(/^sm_[0-9a-f]{48}$/),
			expires_at: null,
		});
		expect(body.previous).toMatchObject([{ expires_at: new Date(NOW + 24 * HOUR).toISOString() }]);
		expect(await works(key)).toBe(true);
		api.now = NOW + 24 * HOUR - 1;
		expect(await works(key)).toBe(true);
		api.now = NOW + 24 * HOUR;
		expect(await works(key)).toBe(false);
		expect(await keysOf(body.key)).toMatchObject([{ id: body.id }]);
	});

	it("overlaps a week unless it is told otherwise, and never makes a key work longer", async () => {
		const first = (await rotate({ overlap_hours: 1 })).body.previous[0];
		expect(first.expires_at).toBe(new Date(NOW + HOUR).toISOString());
		const { previous } = (await rotate()).body;
		expect(previous.map(({ expires_at }: { expires_at: string }) => expires_at).sort()).toEqual(
			[NOW + HOUR, NOW + 168 * HOUR].map((end) => new Date(end).toISOString()),
		);
	});

	it("leaves publishable keys alone, and is not for them", async () => {
		const publishable = await publishableKey(api, key, "https://shop.example");
		const { body } = await rotate({ overlap_hours: 0 });
		expect(await keysOf(body.key)).toHaveLength(2);
		const refused = await api.request("POST", "/v1/keys/rotate", { key: publishable, body: {} });
		expect(refused.status).toBe(403);
	});

	it.each([{ overlap_hours: -1 }, { overlap_hours: 721 }, { overlap_hours: "1" }])(
		"refuses %j",
		async (body) => {
			expect((await rotate(body)).status).toBe(400);
			expect(await keysOf(key)).toHaveLength(1);
		},
	);
});

describe("DELETE /v1/keys/:id", () => {
	it("does not take the last secret key, by which alone anybody gets in", async () => {
		const [{ id }] = await keysOf(key);
		const refused = await api.request("DELETE", `/v1/keys/${id}`, { key });
		expect(refused).toMatchObject({ status: 409, body: { code: "conflict" } });
		expect(await works(key)).toBe(true);
		const successor = (await rotate()).body.key;
		expect((await api.request("DELETE", `/v1/keys/${id}`, { key: successor })).status).toBe(200);
		expect(await works(key)).toBe(false);
	});

	it("stops a key at once where it is revoked", async () => {
		const successor = (await rotate()).body.key;
		expect(await works(key)).toBe(true);
		const { id } = (await keysOf(successor)).find(
			({ expires_at }: { expires_at: string | null }) => expires_at,
		);
		await api.request("DELETE", `/v1/keys/${id}`, { key: successor });
		expect(await works(key)).toBe(false);
	});
});

describe("DELETE /v1/account", () => {
	it("erases keys, name and address at once, and every session by and by", async () => {
		const accountId = await accountIdOf(key);
		const publishable = await publishableKey(api, key, "https://shop.example");
		for (const id of ["a", "b", "c"])
			await api.request("POST", `/v1/sessions/${id}/events`, { key, body: { type: "click" } });
		const uncounted = await api.request("POST", "/v1/sessions/untouched/events", {
			key: publishable,
			headers: { Origin: "https://shop.example" },
			body: { type: "page_view" },
		});
		expect(uncounted.status).toBe(200);
		const { status, body } = await api.request("DELETE", "/v1/account", { key });
		expect({ status, body }).toMatchObject({ status: 200, body: { deleted: true } });
		for (const gone of [key, publishable]) expect(await works(gone)).toBe(false);
		const rows = await env.DB.prepare(
			"SELECT (SELECT count(*) FROM accounts WHERE id = ?1) + (SELECT count(*) FROM api_keys WHERE account_id = ?1) AS rows",
		)
			.bind(accountId)
			.first();
		expect(rows).toEqual({ rows: 0 });

		const account = env.ACCOUNT.getByName(accountId);
		await runDurableObjectAlarm(account);
		await runInDurableObject(account, (_, { storage }) => {
			for (const table of ["sessions", "uncounted_sessions", "months", "tallies"])
				expect(storage.sql.exec(`SELECT * FROM ${table}`).toArray(), table).toEqual([]);
		});
		for (const id of ["a", "b", "c", "untouched"])
			expect(await env.SESSION.getByName(`${accountId}:${id}`).read("intent", false, NOW)).toBeNull();
	});

	it("takes nothing in that comes late, and leaves nothing after a day", async () => {
		const accountId = await accountIdOf(key);
		await api.request("POST", "/v1/sessions/a/events", { key, body: { type: "click" } });
		await api.request("DELETE", "/v1/account", { key });
		const account = env.ACCOUNT.getByName(accountId);
		const note = { sessionId: "late", moods: {}, readings: {}, eventCount: 1, updatedAt: 0, seen: [] };
		const late = { accountId, note, month: "2026-05", limit: 5, visitor: null };
		expect(await account.admit(late)).toBe("quota_exceeded");
		await runDurableObjectAlarm(account);
		await runInDurableObject(account, async (instance, { storage }) => {
			instance.clock = () => Date.now() + 25 * HOUR;
			await instance.alarm();
			expect(storage.sql.exec("SELECT name FROM sqlite_master WHERE name = 'sessions'").toArray()).toEqual(
				[],
			);
			expect(storage.kv.get("erased")).toBeUndefined();
		});
	});
});

describe("POST /v1/keys/generate", () => {
	it("opens accounts only with the plans that the deployment offers", async () => {
		const app = createApp();
		const generate = (plan: string) =>
			app.request(
				"https://api.test/v1/keys/generate",
				{ method: "POST", body: JSON.stringify({ customer_name: "Acme", plan }) },
				{ ...env, SELF_SERVICE_PLANS: "starter" },
				createExecutionContext(),
			);
		expect((await generate("starter")).status).toBe(201);
		const refused = await generate("pro");
		expect(refused.status).toBe(403);
		expect(await refused.json()).toMatchObject({ code: "forbidden" });
	});
});
