import { createExecutionContext, evictDurableObject, runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createApp } from "../../../src/app.ts";
import { accountIdOf, newAccount, publishableKey, testApi } from "../../support/api.ts";

const SHOP = "https://shop.example";
const api = testApi();
const app = createApp();
let key: string;
beforeEach(async () => {
	api.now = Date.now();
	key = await newAccount(api);
});

const request = (query = "", headers: Record<string, string> = { Upgrade: "websocket" }) =>
	app.request(
		`https://api.test/v1/live${query}`,
		{ headers: { "X-Api-Key": key, ...headers } },
		env,
		createExecutionContext(),
	);

async function listener(query = "") {
	const { webSocket } = await request(query);
	if (!webSocket) throw new Error("no socket");
	// biome-ignore lint/suspicious/noExplicitAny: messages of every type
	const messages: any[] = [];
	webSocket.addEventListener("message", ({ data }) =>
		messages.push(data === "pong" ? data : JSON.parse(String(data))),
	);
	const closed = new Promise<number>((resolve) =>
		webSocket.addEventListener("close", ({ code }) => resolve(code)),
	);
	webSocket.accept();
	return { socket: webSocket, messages, closed };
}

const post = (session: string, events: object[]) =>
	api.request("POST", `/v1/sessions/${session}/events`, { key, body: { events } });
const angry = () =>
	Array.from({ length: 6 }, (_, i) => ({
		type: i % 2 ? "error" : "rage_click",
		ts: Date.now() / 1000 - 12 + i * 2,
		x: 400,
		y: 300,
	}));
const calm = () =>
	Array.from({ length: 9 }, (_, i) => ({
		type: i % 3 === 0 ? "page_view" : "scroll",
		ts: Date.now() / 1000 - 45 + 5 * i,
		...(i % 3 === 0 ? { url: `/${i}` } : { speed: 500, direction: "down", value: 5 * i }),
	}));
const account = async () => env.ACCOUNT.getByName(await accountIdOf(key));
const changesOf = (messages: { session_id: string; mood: string; previous: string | null }[]) =>
	messages.map(({ session_id, mood, previous }) => [session_id, previous, mood]);

describe("GET /v1/live", () => {
	it("tells every change of mood with what it was before", async () => {
		const { messages } = await listener();
		await post("a", angry());
		await post("b", [{ type: "click" }]);
		await post("b", calm());
		await vi.waitFor(() => expect(messages).toHaveLength(2), 3000);
		expect(messages[0]).toEqual({
			type: "mood",
			cursor: expect.stringMatching(/^\d+$/),
			session_id: "a",
			mood: "frustrated",
			previous: null,
			confidence: expect.any(Number),
			suggested_action: "show_live_chat",
			event_count: 6,
			updated_at: expect.any(String),
		});
		expect(changesOf(messages)).toEqual([
			["a", null, "frustrated"],
			["b", "neutral", "browsing"],
		]);
	});

	it("tells only the moods and the model that were asked for", async () => {
		const [frustrated, engagement] = [
			await listener("?moods=frustrated,confused"),
			await listener("?model=engagement"),
		];
		await post("b", calm());
		await post("a", angry());
		await vi.waitFor(() => expect(engagement.messages.length).toBeGreaterThanOrEqual(2), 3000);
		expect(changesOf(frustrated.messages)).toEqual([["a", null, "frustrated"]]);
	});

	it("continues after a cursor, in order and with nothing twice, over an eviction", async () => {
		const first = await listener();
		await post("a", angry());
		await vi.waitFor(() => expect(first.messages).toHaveLength(1), 3000);
		first.socket.close();
		await post("b", angry());
		await post("c", [{ type: "click" }]);
		await post("c", calm());
		const whole = await listener("?after=0");
		await vi.waitFor(async () => {
			await evictDurableObject(await account(), { webSockets: "hibernate" });
			const again = await listener(`?after=${first.messages[0].cursor}`);
			await vi.waitFor(() => expect(again.messages).toHaveLength(2), 500);
			expect(changesOf(again.messages)).toEqual([
				["b", null, "frustrated"],
				["c", "neutral", "browsing"],
			]);
		}, 5000);
		expect(whole.messages.length).toBeGreaterThan(0);
	});

	it("says that some are gone where they are", async () => {
		await post("a", angry());
		const { messages } = await listener("?after=99999");
		await vi.waitFor(() => expect(messages).toEqual([{ type: "gap" }]));
	});

	it("leaves nothing of an erased session, and tells those who listen", async () => {
		await post("a", angry());
		await post("b", angry());
		const { messages } = await listener();
		await api.request("DELETE", "/v1/sessions/a", { key });
		await vi.waitFor(() => expect(messages).toEqual([{ type: "erased", session_id: "a" }]));
		const later = await listener("?after=0");
		await vi.waitFor(() => expect(later.messages.length).toBeGreaterThan(0));
		expect(JSON.stringify(later.messages)).not.toContain('"a"');
	});

	it("serves five hundred listeners", async () => {
		const listeners = await Promise.all(Array.from({ length: 500 }, () => listener()));
		await post("a", angry());
		await vi.waitFor(() => {
			for (const { messages } of listeners) expect(changesOf(messages)).toEqual([["a", null, "frustrated"]]);
		}, 5000);
	});

	it("is for secret keys that work, and closes soon after one was revoked", async () => {
		const page = await publishableKey(api, key, SHOP);
		expect((await request("", { "X-Api-Key": page, Origin: SHOP, Upgrade: "websocket" })).status).toBe(403);
		expect((await request("", { "X-Api-Key": "", Upgrade: "websocket" })).status).toBe(401);
		expect((await request("", {})).status).toBe(400);
		expect((await request("?moods=furious")).status).toBe(400);
		expect((await request("?after=x")).status).toBe(400);
		const { closed } = await listener();
		const { body } = await api.request("POST", "/v1/keys/rotate", { key, body: { overlap_hours: 0 } });
		expect(body.key).toBeTypeOf("string");
		expect(await runDurableObjectAlarm(await account())).toBe(true);
		expect(await closed).toBe(4401);
	});
});

it("server-sent events carry the cursor and continue after the last one", async () => {
	await post("a", angry());
	await post("b", angry());
	const read = async (headers: Record<string, string>, count: number) => {
		const response = await request("", { Accept: "text/event-stream", ...headers });
		const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
		let text = "";
		while (text.split("\nid: ").length <= count) text += (await reader?.read())?.value ?? "";
		await reader?.cancel();
		return [...text.matchAll(/event: mood\nid: (\d+)\ndata: (.*)/g)].map(([, id, data]) => ({
			id,
			session: JSON.parse(data ?? "").session_id,
		}));
	};
	// Both models are logged, and this stream is of one.
	const all = await read({ "Last-Event-ID": "0" }, 1);
	const [last] = all;
	expect(last?.session).toBe("b");
});
