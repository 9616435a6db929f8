import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../scripts/free-port.ts";
import { type LocalServer, startLocalServer } from "../../scripts/local-server.ts";
import {
	type AccountMessage,
	createClient,
	LiveError,
	type LiveMessage,
	type UndertoneClient,
	verifyWebhook,
	type WebhookMessage,
	watchAccount,
	watchSession,
} from "../../src/client/index.ts";

let state: string;
let port: number;
let server: LocalServer;
let apiKey: string;
let undertone: UndertoneClient;

beforeAll(async () => {
	state = await mkdtemp(join(tmpdir(), "undertone-live-"));
	port = await freePort();
	server = await startLocalServer({ port, state, output: "ignore" });
	const generated = await createClient({ baseUrl: server.url }).POST("/v1/keys/generate", {
		body: { customer_name: "Live test" },
	});
	apiKey = generated.data?.api_key ?? "";
	undertone = createClient({ baseUrl: server.url, apiKey });
});
afterAll(async () => {
	await server.stop();
	await rm(state, { recursive: true, force: true });
});

const post = (id: string) =>
	undertone.POST("/v1/sessions/{id}/events", {
		params: { path: { id } },
		body: {
			events: Array.from({ length: 6 }, (_, i) => ({
				type: i % 2 ? ("error" as const) : ("rage_click" as const),
				ts: Date.now() / 1000 - 12 + i * 2,
				x: 400,
				y: 300,
			})),
		},
	});

/** Listens until `isEnough`. */
async function heard<T>(messages: AsyncGenerator<T>, isEnough: (all: readonly T[]) => boolean): Promise<T[]> {
	const all: T[] = [];
	for await (const message of messages) {
		all.push(message);
		if (isEnough(all)) break;
	}
	return all;
}

describe("the client", () => {
	it("watches a session", async () => {
		const ending = new AbortController();
		const messages = watchSession("watched", { baseUrl: server.url, apiKey, signal: ending.signal });
		const all = heard<LiveMessage>(messages, (some) => some.length > 0);
		await post("watched");
		expect((await all)[0]).toMatchObject({ type: "mood", session_id: "watched", mood: "frustrated" });
		ending.abort();
	});

	it("watches an account over a restart of the server, without loss and with nothing twice", async () => {
		const ending = new AbortController();
		const options = { baseUrl: server.url, apiKey, moods: ["frustrated"], signal: ending.signal };
		const isMood = (message: AccountMessage) => message.type === "mood";
		const all = heard(watchAccount(options), (some) => some.filter(isMood).length === 4);
		await new Promise((resolve) => setTimeout(resolve, 500));
		await post("before-1");
		await post("before-2");
		await new Promise((resolve) => setTimeout(resolve, 1_000));
		await server.stop();
		server = await startLocalServer({ port, state, output: "ignore" });
		await post("after-1");
		await post("after-2");
		const sessions = (await all)
			.filter(isMood)
			.map((message) => ("session_id" in message ? message.session_id : ""));
		expect(sessions).toEqual(["before-1", "before-2", "after-1", "after-2"]);
		ending.abort();
	});

	it("tells each of five hundred watchers of one account everything, once and in order", async () => {
		const ending = new AbortController();
		let connected = 0;
		const connect = async (request: Request) => {
			const response = await fetch(request);
			if (response.ok) connected += 1;
			return response;
		};
		const options = {
			baseUrl: server.url,
			apiKey,
			moods: ["frustrated"],
			signal: ending.signal,
			fetch: connect,
		};
		const all = Array.from({ length: 500 }, () => heard(watchAccount(options), (some) => some.length === 3));
		await expect.poll(() => connected, { timeout: 30_000 }).toBe(500);
		for (const session of ["many-1", "many-2", "many-3"]) await post(session);
		const told = await Promise.all(all);
		const sessions = told.map((messages) => messages.map((each) => "session_id" in each && each.session_id));
		expect(new Set(sessions.map(String))).toEqual(new Set(["many-1,many-2,many-3"]));
		expect(connected).toBe(500);
		ending.abort();
	});

	it("says why it was refused", async () => {
		const refused = watchAccount({ baseUrl: server.url, apiKey: "sm_wrong" }).next();
		await expect(refused).rejects.toThrow(LiveError);
		await expect(refused).rejects.toMatchObject({ status: 401 });
	});
});

describe("a webhook", () => {
	it("arrives at a real server, signed, and again if that was down", async () => {
		const received: { headers: IncomingMessage["headers"]; body: string }[] = [];
		let status = 500;
		const receiver = createServer(async (request, response) => {
			let body = "";
			for await (const chunk of request) body += chunk;
			received.push({ headers: request.headers, body });
			response.writeHead(status).end();
			status = 200;
		});
		await once(receiver.listen(0, "127.0.0.1"), "listening");
		const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
		const { data } = await undertone.POST("/v1/webhooks", { body: { url, moods: ["frustrated"] } });
		const secret = data?.secret ?? "";
		await post("hooked");
		await expect.poll(() => received.length, { timeout: 20_000 }).toBe(2);
		const messages = received.map(({ headers, body }) => verifyWebhook(body, headers, secret));
		expect(messages[0]).toEqual(messages[1]);
		const [message] = messages as [WebhookMessage];
		expect(message).toMatchObject({
			type: "mood.changed",
			data: { session_id: "hooked", mood: "frustrated" },
		});
		expect(received[0]?.headers["webhook-id"]).toBe(received[1]?.headers["webhook-id"]);
		expect(() => verifyWebhook(received[0]?.body ?? "", received[0]?.headers ?? {}, "whsec_AAAA")).toThrow();
		receiver.close();
	});
});
