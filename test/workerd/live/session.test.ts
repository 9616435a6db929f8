import { createExecutionContext, evictDurableObject, runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createApp } from "../../../src/app.ts";
import { accountIdOf, newAccount, publishableKey, testApi } from "../../support/api.ts";

const SHOP = "https://shop.example";
const api = testApi();
/** Sockets live in the object, whose clock is real. */
const app = createApp();
let key: string;
beforeEach(async () => {
	api.now = Date.now();
	key = await newAccount(api);
});

const watch = (path: string, headers: Record<string, string> = { "X-Api-Key": key, Upgrade: "websocket" }) =>
	app.request(`https://api.test${path}`, { headers }, env, createExecutionContext());

interface Watcher {
	socket: WebSocket;
	// biome-ignore lint/suspicious/noExplicitAny: messages of every type
	messages: any[];
	closed: Promise<number>;
}

async function watcher(path = "/v1/sessions/s/live", headers?: Record<string, string>): Promise<Watcher> {
	const { status, webSocket } = await watch(path, headers);
	expect(status).toBe(101);
	if (!webSocket) throw new Error("no socket");
	const messages: unknown[] = [];
	webSocket.addEventListener("message", ({ data }) =>
		messages.push(data === "pong" ? data : JSON.parse(String(data))),
	);
	const closed = new Promise<number>((resolve) =>
		webSocket.addEventListener("close", ({ code }) => resolve(code)),
	);
	webSocket.accept();
	return { socket: webSocket, messages, closed };
}

const post = (events: object[], session = "s") =>
	api.request("POST", `/v1/sessions/${session}/events`, { key, body: { events } });
const struggle = () =>
	Array.from({ length: 6 }, (_, i) => ({
		type: i % 2 ? "error" : "rage_click",
		ts: Date.now() / 1000 - 12 + i * 2,
		x: 400,
		y: 300,
	}));
const stub = async (session = "s") => env.SESSION.getByName(`${await accountIdOf(key)}:${session}`);

describe("GET /v1/sessions/:id/live", () => {
	it("tells the mood at once, then when it changes, as GET /mood does", async () => {
		await post(struggle());
		const { messages } = await watcher();
		await vi.waitFor(() => expect(messages).toHaveLength(1));
		const { body } = await api.request("GET", "/v1/sessions/s/mood", { key });
		expect(messages[0]).toEqual({ type: "mood", ...body, age_seconds: expect.any(Number) });
		await post([{ type: "scroll", ts: Date.now() / 1000, speed: 500 }]);
		await api.request("GET", "/v1/sessions/s/mood", { key });
		expect(messages).toHaveLength(1);
	});

	it("waits for the first events of a session, and stores nothing of those who look", async () => {
		const { messages } = await watcher();
		expect(messages).toEqual([]);
		expect((await api.request("GET", "/v1/sessions/s/mood", { key })).status).toBe(404);
		await post(struggle());
		await vi.waitFor(() => expect(messages).toMatchObject([{ type: "mood", mood: "frustrated" }]));
	});

	it("tells the last state however fast the changes come, four times a second at most", async () => {
		const { messages } = await watcher();
		const began = Date.now();
		for (const event of struggle()) await post([event]);
		const { body } = await api.request("GET", "/v1/sessions/s/mood", { key });
		await vi.waitFor(() => expect(messages.at(-1)?.event_count).toBe(6), 3000);
		expect(messages.at(-1)).toMatchObject({ mood: body.mood, confidence: body.confidence });
		expect(messages.length).toBeLessThanOrEqual(2 + (Date.now() - began) / 250);
	});

	it("tells of interventions that are due", async () => {
		const intervention = {
			name: "Chat",
			when: { moods: ["frustrated"] },
			action: "show_live_chat",
			holdout: 0,
		};
		const { body } = await api.request("POST", "/v1/interventions", { key, body: intervention });
		const { messages } = await watcher();
		await post(struggle());
		await vi.waitFor(() =>
			expect(messages.find(({ type }) => type === "intervention")).toEqual({
				type: "intervention",
				id: expect.any(String),
				intervention_id: body.id,
				name: "Chat",
				action: "show_live_chat",
				payload: null,
			}),
		);
	});

	it("goes on after the object was evicted", async () => {
		const { messages, socket } = await watcher();
		await post(struggle().slice(0, 2));
		await evictDurableObject(await stub(), { webSockets: "hibernate" });
		await post(struggle());
		await vi.waitFor(() => expect(messages.at(-1)).toMatchObject({ mood: "frustrated" }));
		socket.send("ping");
		await vi.waitFor(() => expect(messages.at(-1)).toBe("pong"));
	});

	it("ignores what clients send, and closes when it is too much", async () => {
		const { socket, closed, messages } = await watcher();
		socket.send("hello");
		socket.send("x".repeat(1024));
		socket.send("ping");
		await vi.waitFor(() => expect(messages).toEqual(["pong"]));
		socket.send("x".repeat(1025));
		expect(await closed).toBe(1009);
	});

	it("closes when the session is erased", async () => {
		await post(struggle());
		const { closed } = await watcher();
		await api.request("DELETE", "/v1/sessions/s", { key });
		expect(await closed).toBe(4404);
	});

	it("closes soon after the key was revoked", async () => {
		const page = await publishableKey(api, key, SHOP);
		const { body } = await api.request("GET", "/v1/keys", { key });
		const { id } = body.keys.find(({ kind }: { kind: string }) => kind === "publishable");
		await post(struggle());
		const { closed, messages } = await watcher(`/v1/sessions/s/live?key=${page}`, {
			Upgrade: "websocket",
			Origin: SHOP,
		});
		await vi.waitFor(() => expect(messages).toHaveLength(1));
		expect(await runDurableObjectAlarm(await stub())).toBe(true);
		await api.request("DELETE", `/v1/keys/${id}`, { key });
		expect(await runDurableObjectAlarm(await stub())).toBe(true);
		expect(await closed).toBe(4401);
	});

	it("refuses before the upgrade", async () => {
		const page = await publishableKey(api, key, SHOP);
		const status = async (path: string, headers: Record<string, string>) =>
			(await watch(path, headers)).status;
		const upgrade = { Upgrade: "websocket" };
		expect(await status("/v1/sessions/s/live", upgrade)).toBe(401);
		expect(await status(`/v1/sessions/s/live?key=${key}`, upgrade)).toBe(401);
		expect(
			await status(`/v1/sessions/s/live?key=${page}`, { ...upgrade, Origin: "https://evil.example" }),
		).toBe(403);
		expect(await status("/v1/sessions/s/live?model=x", { ...upgrade, "X-Api-Key": key })).toBe(400);
		expect(await status("/v1/sessions/s/live", { "X-Api-Key": key })).toBe(400);
	});
});

describe("as server-sent events", () => {
	it("tells the same", async () => {
		await post(struggle());
		const response = await watch("/v1/sessions/s/live", { "X-Api-Key": key, Accept: "text/event-stream" });
		expect(response.status).toBe(200);
		expect(response.headers.get("Content-Type")).toBe("text/event-stream");
		const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
		let text = "";
		while (!text.includes("\n\nevent: mood")) text += (await reader?.read())?.value ?? "";
		while (!text.endsWith("\n\n")) text += (await reader?.read())?.value ?? "";
		const data = /^data: (.*)$/m.exec(text)?.[1] ?? "";
		expect(JSON.parse(data)).toMatchObject({ type: "mood", session_id: "s", mood: "frustrated" });
		await reader?.cancel();
	});
});
