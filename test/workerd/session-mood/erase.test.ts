import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import type { AccountObject } from "../../../src/session-mood/account/account-object.ts";
import type { SessionObject } from "../../../src/session-mood/session/session-object.ts";
import { accountIdOf, newAccount, testApi } from "../../support/api.ts";

const api = testApi();
let key: string;
let session: DurableObjectStub<SessionObject>;
let account: DurableObjectStub<AccountObject>;
beforeEach(async () => {
	key = await newAccount(api);
	const accountId = await accountIdOf(key);
	session = env.SESSION.getByName(`${accountId}:s`);
	account = env.ACCOUNT.getByName(accountId);
});

const request = (method: string, path: string, body?: unknown) => api.request(method, path, { key, body });
const post = () =>
	request("POST", "/v1/sessions/s/events", { events: [{ type: "rage_click" }, { type: "error" }] });
const erase = () => request("DELETE", "/v1/sessions/s");
const mood = () => request("GET", "/v1/sessions/s/mood");

/** Everything an object holds: its tables with their rows, and its alarm. */
const remains = (stub: DurableObjectStub<SessionObject> | DurableObjectStub<AccountObject>) =>
	runInDurableObject(stub as DurableObjectStub, async (_, { storage }) => {
		const tables = storage.sql
			.exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
			.toArray();
		const rows = tables
			.filter(({ name }) => !name.startsWith("_cf_"))
			.map(({ name }) => [name, storage.sql.exec(`SELECT * FROM "${name}"`).toArray()]);
		return { rows: Object.fromEntries(rows), keys: [...storage.kv.list()], alarm: await storage.getAlarm() };
	});

/** Makes the account fail as it does when the connection to it breaks. */
const breakAccount = (broken: boolean) =>
	runInDurableObject(session, (instance) => {
		const gone = { getByName: () => ({ forget: () => Promise.reject(new Error("connection lost")) }) };
		Object.assign(instance, { env: broken ? { ...env, ACCOUNT: gone } : env });
	});

describe("DELETE /v1/sessions/:id", () => {
	it("erases the session and takes it out of the counts", async () => {
		await post();
		await request("POST", "/v1/sessions/s/feedback", {
			action_taken: "x",
			was_helpful: true,
			notes: "secret",
		});
		const { status, body } = await erase();
		expect(status).toBe(200);
		expect(body).toEqual({ session_id: "s", deleted: true, message: "Session data permanently erased." });
		expect((await mood()).status).toBe(404);
		const { body: analytics } = await request("GET", "/v1/analytics/moods");
		expect(analytics).toMatchObject({ total_sessions: 0, feedback_count: 0 });
		for (const { count } of analytics.mood_distribution) expect(count).toBe(0);
		expect((await request("GET", "/v1/analytics/actions")).body.actions).toEqual([]);
	});

	it("leaves nothing in either object", async () => {
		await post();
		await request("POST", "/v1/sessions/s/feedback", { action_taken: "x", notes: "secret" });
		await erase();
		expect(await remains(session)).toEqual({ rows: {}, keys: [], alarm: null });
		const { rows } = await remains(account);
		expect(rows).toMatchObject({ sessions: [], feedback: [], outcomes: [] });
	});

	it("answers 404 when there is nothing to erase", async () => {
		const nothing = { status: 404, body: { error: "Session not found", code: "not_found", session_id: "s" } };
		expect(await erase()).toMatchObject(nothing);
		await post();
		await erase();
		expect(await erase()).toMatchObject(nothing);
	});

	it("does not spare a session of another account, nor touch it", async () => {
		await post();
		const owner = key;
		key = await newAccount(api);
		expect((await erase()).status).toBe(404);
		key = owner;
		expect((await mood()).body.event_count).toBe(2);
	});

	it("lets the id begin anew", async () => {
		await post();
		await erase();
		expect((await post()).body.total_events).toBe(2);
		expect((await request("GET", "/v1/analytics/moods")).body.total_sessions).toBe(1);
	});

	it("erases a session that was admitted but whose first events were lost", async () => {
		const moods = { intent: "neutral", engagement: "neutral" };
		const note = { sessionId: "s", moods, readings: {}, eventCount: 1, updatedAt: 0, seen: [] };
		await account.admit({ accountId: "a", note, month: "2026-05", limit: 5_000, visitor: null });
		expect((await erase()).status).toBe(200);
		expect((await remains(account)).rows.sessions).toEqual([]);
		expect((await request("GET", "/v1/analytics/moods")).body.total_sessions).toBe(0);
	});

	it("erases once when asked many times at once", async () => {
		await post();
		const answers = await Promise.all(Array.from({ length: 5 }, erase));
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404, 404]);
	});

	it("keeps what comes after it when events and erase race", async () => {
		await post();
		const [erased, posted] = await Promise.all([erase(), post()]);
		expect([erased.status, posted.status]).toEqual([200, 200]);
		const counted = (await mood()).body.event_count ?? 0;
		expect((await request("GET", "/v1/analytics/moods")).body.total_sessions).toBe(counted === 0 ? 0 : 1);
	});
});

describe("an erase that is cut off after it began", () => {
	beforeEach(async () => {
		await post();
		await breakAccount(true);
		expect((await erase()).status).toBe(500);
	});

	it("shows the session to nobody any more", async () => {
		expect((await mood()).status).toBe(404);
		await evictDurableObject(session);
		expect((await mood()).status).toBe(404);
	});

	it("is finished by asking again", async () => {
		await evictDurableObject(session);
		expect((await erase()).status).toBe(200);
		expect(await remains(session)).toEqual({ rows: {}, keys: [], alarm: null });
		expect((await remains(account)).rows.sessions).toEqual([]);
	});

	it("is finished by its alarm, with nobody asking", async () => {
		await evictDurableObject(session);
		expect(await runDurableObjectAlarm(session)).toBe(true);
		expect(await remains(session)).toEqual({ rows: {}, keys: [], alarm: null });
		expect((await remains(account)).rows.sessions).toEqual([]);
	});

	it("is taken up again 30 seconds later", async () => {
		await breakAccount(false);
		await post();
		await breakAccount(true);
		const now = Date.UTC(2096, 0, 1);
		await runInDurableObject(session, (object) => {
			object.clock = () => now;
		});
		await erase();
		expect((await remains(session)).alarm).toBe(now + 30_000);
	});

	it("is tried again for as long as the account fails", async () => {
		await runDurableObjectAlarm(session);
		expect(await runDurableObjectAlarm(session)).toBe(true);
		expect((await remains(session)).keys).toHaveLength(1);
		await breakAccount(false);
		expect(await runDurableObjectAlarm(session)).toBe(true);
		expect(await remains(session)).toEqual({ rows: {}, keys: [], alarm: null });
	});

	it("is finished before new events are stored, which stay", async () => {
		await breakAccount(false);
		expect((await post()).body.total_events).toBe(2);
		await evictDurableObject(session);
		expect((await mood()).body.event_count).toBe(2);
		expect((await request("GET", "/v1/analytics/moods")).body.total_sessions).toBe(1);
	});
});
