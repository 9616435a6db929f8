import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { accountIdOf, NOW, newAccount, testApi } from "../../support/api.ts";

const api = testApi();
let key: string;
beforeAll(async () => {
	key = await newAccount(api);
});

const path = (id: string) => `/v1/sessions/${encodeURIComponent(id)}`;
const post = (id: string, events: unknown[], by = key) =>
	api.request("POST", `${path(id)}/events`, { key: by, body: { events } });
const mood = (id: string, query = "", by = key) =>
	api.request("GET", `${path(id)}/mood${query}`, { key: by });

const angry = [
	{ type: "rage_click" },
	{ type: "error" },
	{ type: "rage_click" },
	{ type: "error" },
	{ type: "rage_click" },
	{ type: "back_nav" },
];

describe("GET /v1/sessions/:id/mood", () => {
	it("answers with the reading", async () => {
		await post("user_abc", angry);
		const { status, body } = await mood("user_abc");
		expect(status).toBe(200);
		expect(body).toEqual({
			session_id: "user_abc",
			mood: "frustrated",
			confidence: expect.any(Number),
			signals: expect.arrayContaining(["rage_click_detected", "repeated_errors"]),
			suggested_action: "show_live_chat",
			event_count: 6,
			updated_at: "2026-05-04T10:00:00.000Z",
			observed_at: "2026-05-04T10:00:00.000Z",
			age_seconds: 0,
		});
		expect(body.confidence).toBeGreaterThan(0.5);
		expect(body.confidence).toBeLessThanOrEqual(1);
	});

	it("says how old it is, and fades to neutral", async () => {
		await post("fading", angry);
		const sure = (await mood("fading")).body.confidence;
		const after = async (minutes: number) => {
			api.now = NOW + minutes * 60_000;
			return (await mood("fading")).body;
		};
		expect(await after(2)).toMatchObject({ mood: "frustrated", confidence: sure, age_seconds: 120 });
		expect((await after(7)).confidence).toBeLessThan(sure);
		expect(await after(25)).toMatchObject({
			mood: "neutral",
			signals: [],
			suggested_action: "no_action",
			observed_at: "2026-05-04T10:00:00.000Z",
			age_seconds: 1500,
		});
		api.now = NOW;
	});

	it("reads the same events by either model", async () => {
		await post("models", angry);
		expect((await mood("models", "?model=engagement")).body).toMatchObject({
			mood: "frustrated",
			suggested_action: "offer_help",
			event_count: 6,
		});
	});

	it("explains itself when asked", async () => {
		await post("explained", angry);
		const { body } = await mood("explained", "?explain=true");
		expect(body.mood).toBe("frustrated");
		expect(JSON.stringify(body.explanation)).toContain("rage_click_detected");
	});

	it("knows no session without events", async () => {
		const { status, body } = await mood("nobody");
		expect(status).toBe(404);
		expect(body).toEqual({ error: "Session not found", code: "not_found", session_id: "nobody" });
	});

	it("refuses an unknown model", async () => {
		expect((await mood("user_abc", "?model=x")).body).toEqual({
			error: "Invalid model",
			code: "unknown_model",
			valid_models: ["intent", "engagement"],
		});
	});

	it("keeps accounts apart that use the same session id", async () => {
		const other = await newAccount(api);
		await post("shared", angry);
		expect((await mood("shared", "", other)).status).toBe(404);
		await post("shared", [{ type: "click" }], other);
		expect((await mood("shared", "", other)).body.event_count).toBe(1);
		expect((await mood("shared")).body.event_count).toBe(6);
	});

	it("is the same after the object was evicted", async () => {
		await post("evicted", angry);
		const before = await mood("evicted", "?explain=true");
		await evictDurableObject(env.SESSION.getByName(`${await accountIdOf(key)}:evicted`));
		expect((await mood("evicted", "?explain=true")).body).toEqual(before.body);
		await post("evicted", angry);
		expect((await mood("evicted")).body.event_count).toBe(12);
	});
});

describe("session ids", () => {
	it.each([
		"a b",
		"a/b/c",
		"ключ",
		"😀",
		"50%",
		"%2F",
		"?x=1#y",
		"a:b",
		"..a",
		"'; DROP TABLE batches;--",
		"x".repeat(256),
	])("takes %s", async (id) => {
		const { body } = await post(id, [{ type: "click" }]);
		expect(body).toMatchObject({ session_id: id, total_events: 1 });
		expect((await mood(id)).body).toMatchObject({ session_id: id, event_count: 1 });
	});

	it("counts characters, not bytes", async () => {
		expect((await post("😀".repeat(256), [{ type: "click" }])).status).toBe(200);
	});

	it.each([
		["GET", "mood"],
		["POST", "events"],
		["POST", "feedback"],
	])("refuses 257 characters on %s %s", async (method, tail) => {
		const body = method === "GET" ? undefined : { type: "click", action_taken: "x" };
		const { status, body: refusal } = await api.request(method, `${path("x".repeat(257))}/${tail}`, {
			key,
			body,
		});
		expect(status).toBe(400);
		expect(refusal).toMatchObject({ error: "Invalid field", code: "invalid_input", field: "id" });
	});
});
