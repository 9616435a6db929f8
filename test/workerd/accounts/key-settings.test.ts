import { beforeEach, describe, expect, it } from "vitest";
import { emptyState, fold } from "../../../src/session-mood/engine/fold.ts";
import { readMood } from "../../../src/session-mood/engine/read.ts";
import { intent } from "../../../src/session-mood/models/intent.ts";
import { NOW, newAccount, publishableKey, testApi } from "../../support/api.ts";
import { FAMILIES, livedSessions } from "../../support/people/index.ts";

const SHOP = "https://shop.example";
const api = testApi();
let key: string;
let page: string;
let pageId: string;
beforeEach(async () => {
	api.now = NOW;
	key = await newAccount(api);
	page = await publishableKey(api, key, SHOP);
	pageId = (await keys()).find(({ kind }: { kind: string }) => kind === "publishable").id;
});

const keys = async () => (await api.request("GET", "/v1/keys", { key })).body.keys;
const change = (body: unknown, id = pageId) => api.request("PATCH", `/v1/keys/${id}`, { key, body });
const RAGE = Array.from({ length: 5 }, (_, i) => ({
	type: i === 2 ? "rage_click" : "click",
	ts: NOW / 1000 - 20 + i * 0.3,
	x: 400,
	y: 300,
}));
const post = (session: string, events: object[], by = page) =>
	api.request("POST", `/v1/sessions/${session}/events?reading=true`, {
		key: by,
		body: { events },
		headers: { Origin: SHOP },
	});

/** The beginning of somebody's visit after which more sensitivity is the difference between an action and none. */
function firstOfTwoMinds() {
	for (const session of livedSessions(FAMILIES, 1, 5)) {
		const end = NOW / 1000 - 5;
		for (let count = 3; count <= Math.min(20, session.events.length); count++) {
			const lived = session.events.slice(0, count);
			const last = lived.at(-1)?.t ?? 0;
			const events = lived.map(({ t, ...event }) => ({ ...event, ts: end - last + t }));
			const state = fold(intent, emptyState(), events);
			const [low, high] = (["low", "high"] as const).map(
				(each) => readMood(intent, state, 0, each).suggested_action,
			);
			if (low !== high) return { events, low, high };
		}
	}
	throw new Error("nobody is of two minds");
}

describe("PATCH /v1/keys/:id", () => {
	it("changes the name, the origins and the settings, and keeps what is left out", async () => {
		const settings = { ignore: [".board"], rage_clicks: true, sensitivity: "normal" };
		const { status, body } = await change({ label: "Shop", settings: { ignore: [" .board "] } });
		expect(status).toBe(200);
		expect(body).toMatchObject({ id: pageId, label: "Shop", allowed_origins: [SHOP], settings });
		expect(body).not.toHaveProperty("key");
		const { body: next } = await change({
			allowed_origins: ["https://a.example"],
			settings: { sensitivity: "low" },
		});
		expect(next).toMatchObject({
			label: "Shop",
			allowed_origins: ["https://a.example"],
			settings: { ...settings, sensitivity: "low" },
		});
		expect((await change({})).body).toEqual(next);
		expect((await change({ label: null })).body.label).toBeNull();
	});

	it("loses neither of two changes at once", async () => {
		await Promise.all([
			change({ settings: { rage_clicks: false } }),
			change({ settings: { sensitivity: "high" } }),
		]);
		const [own] = (await keys()).filter(({ id }: { id: string }) => id === pageId);
		expect(own.settings).toEqual({ ignore: [], rage_clicks: false, sensitivity: "high" });
	});

	it.each([
		[{ settings: { sensitivity: "extreme" } }, /sensitivity/],
		[{ settings: { ignore: [""] } }, /ignore/],
		[{ settings: { ignore: Array(21).fill("a") } }, /ignore/],
		[{ allowed_origins: ["shop.example"] }, /origin/],
		[{ allowed_origins: [] }, /allowed_origins/],
		[{ label: "" }, /label/],
	])("refuses %j", async (body, message) => {
		const { status, body: answer } = await change(body);
		expect(status).toBe(400);
		expect(JSON.stringify(answer)).toMatch(message);
	});

	it("refuses origins of a secret key, keys of others, and publishable keys", async () => {
		const secretId = (await keys()).find(({ kind }: { kind: string }) => kind === "secret").id;
		expect((await change({ allowed_origins: [SHOP] }, secretId)).status).toBe(400);
		const other = await newAccount(api);
		expect(
			(await api.request("PATCH", `/v1/keys/${pageId}`, { key: other, body: { label: "x" } })).status,
		).toBe(404);
		expect(
			(await api.request("PATCH", `/v1/keys/${pageId}`, { key: page, body: {}, headers: { Origin: SHOP } }))
				.status,
		).toBe(403);
	});
});

describe("a key's settings", () => {
	it("take rapid clicks for what is normal on the site", async () => {
		expect((await post("before", RAGE)).body.reading.mood).toBe("frustrated");
		await change({ settings: { rage_clicks: false } });
		const { body } = await post("after", RAGE);
		expect(body.reading.mood).not.toBe("frustrated");
		expect(body.reading.signals).not.toContain("rage_click_detected");
		expect((await post("by-server", RAGE, key)).body.reading.mood).toBe("frustrated");
	});

	it("suggest an action sooner or later", async () => {
		const { events, low, high } = firstOfTwoMinds();
		expect(low).not.toBe(high);
		const actionAt = async (sensitivity: string) => {
			await change({ settings: { sensitivity } });
			return (await post(sensitivity, events)).body.reading.suggested_action;
		};
		expect(await actionAt("low")).toBe(low);
		expect(await actionAt("high")).toBe(high);
		const read = await api.request("GET", `/v1/sessions/low/mood?key=${page}`, { headers: { Origin: SHOP } });
		expect(read.body.suggested_action).toBe(high);
	});

	it("tell the snippet what to ignore, and say nothing of it otherwise", async () => {
		expect((await post("s", RAGE)).body).not.toHaveProperty("settings");
		await change({ settings: { ignore: [".board", "#map"] } });
		expect((await post("s", RAGE)).body.settings).toEqual({ ignore: [".board", "#map"] });
	});
});
