import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { signal } from "@preact/signals";
import { afterEach, describe, expect, it } from "vitest";
import { type WebSocket as ServerSocket, WebSocketServer } from "ws";
import { overEventStream } from "../../../src/web/shared/data/event-stream.ts";
import { backoffMs, type Connect, type LiveOptions, live } from "../../../src/web/shared/data/live.ts";
import { overSocket } from "../../../src/web/shared/data/socket.ts";

interface Message {
	cursor: string;
}

/** What a server of either kind does with one connection. */
interface Caller {
	after: string | undefined;
	send(cursor: number): void;
	/** Ends the connection, with a close code where the transport has one. */
	end(code?: number): void;
}

const stops: (() => unknown)[] = [];
afterEach(async () => {
	for (const stop of stops.splice(0).reverse()) await stop();
});

async function listen(onRequest?: (request: IncomingMessage, answer: ServerResponse) => void) {
	const server = createServer(onRequest);
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	stops.push(() => {
		server.closeAllConnections();
		server.close();
	});
	return { server, host: `127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function socketServer(onCaller: (caller: Caller) => void): Promise<Connect<Message>> {
	const { server, host } = await listen();
	const sockets = new WebSocketServer({ server });
	stops.push(() => sockets.close());
	sockets.on("connection", (socket: ServerSocket, request) =>
		onCaller({
			after: new URL(request.url ?? "", "http://any").searchParams.get("after") ?? undefined,
			send: (cursor) => socket.send(JSON.stringify({ cursor: String(cursor) })),
			end: (code) => (code ? socket.close(code) : socket.terminate()),
		}),
	);
	return overSocket((after) => `ws://${host}/live${after === undefined ? "" : `?after=${after}`}`);
}

async function streamServer(onCaller: (caller: Caller) => void): Promise<Connect<Message>> {
	const { host } = await listen((request, answer) => {
		expect(request.headers["x-api-key"]).toBe("sm_1");
		expect(request.headers.accept).toBe("text/event-stream");
		let hasBegun = false;
		const begin = () => {
			if (!hasBegun) answer.writeHead(200, { "Content-Type": "text/event-stream" }).write(": hello\n\n");
			hasBegun = true;
		};
		onCaller({
			after: request.headers["last-event-id"]?.toString(),
			send(cursor) {
				begin();
				answer.write(`event: mood\nid: ${cursor}\ndata: {"cursor":"${cursor}"}\n\n`);
			},
			end(code) {
				if (code && !hasBegun) answer.writeHead(code - 4000).end('{"error":"No","code":"unauthenticated"}');
				else answer.destroy();
			},
		});
	});
	return overEventStream((init) =>
		fetch(`http://${host}/v1/live`, {
			...init,
			headers: { ...(init.headers as Record<string, string>), "X-Api-Key": "sm_1" },
		}),
	);
}

/** Keeps what arrives. */
function listenTo(options: Omit<LiveOptions<Message>, "onMessage">) {
	const heard: number[] = [];
	const connection = live({
		waitMs: () => 1,
		isActive: signal(true),
		onMessage: ({ cursor }) => heard.push(Number(cursor)),
		...options,
	});
	stops.push(connection.stop);
	return { heard, connection };
}

describe.each([
	["a socket", socketServer],
	["an event stream", streamServer],
])("live over %s", (_, serve) => {
	it("continues behind the last message whenever the connection breaks", async () => {
		const asked: (string | undefined)[] = [];
		const connect = await serve(({ after, send, end }) => {
			asked.push(after);
			const next = Number(after ?? 0) + 1;
			send(next);
			send(next + 1);
			if (asked.length < 4) setTimeout(end, 30);
		});
		const { heard, connection } = listenTo({ connect });
		await expect.poll(() => heard.length, { timeout: 10_000 }).toBe(8);
		expect(heard).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
		expect(asked).toEqual([undefined, "2", "4", "6"]);
		expect(connection.state.value).toBe("open");
	});

	it("closes while nobody looks, and continues when somebody does", async () => {
		const asked: (string | undefined)[] = [];
		const connect = await serve(({ after, send }) => {
			asked.push(after);
			send(asked.length);
		});
		const isActive = signal(false);
		const { heard, connection } = listenTo({ connect, isActive });
		expect(connection.state.value).toBe("paused");
		isActive.value = true;
		await expect.poll(() => heard).toEqual([1]);
		isActive.value = false;
		expect(connection.state.value).toBe("paused");
		isActive.value = true;
		await expect.poll(() => heard).toEqual([1, 2]);
		expect(asked).toEqual([undefined, "1"]);
	});

	it("does not try again where it is refused", async () => {
		let calls = 0;
		const connect = await serve(({ end }) => {
			calls++;
			end(4401);
		});
		const { connection } = listenTo({ connect });
		await expect.poll(() => connection.state.value).toBe("refused");
		expect(connection.error.value?.kind).toBe("signed_out");
		expect(calls).toBe(1);
	});

	it("waits longer after each failure in a row, and anew after a good connection", async () => {
		const waits: number[] = [];
		let calls = 0;
		const connect = await serve(({ send, end }) => {
			calls++;
			if (calls === 3) send(1);
			setTimeout(end, 20);
		});
		listenTo({
			connect,
			waitMs(attempt) {
				waits.push(attempt);
				return 1;
			},
		});
		await expect.poll(() => waits.slice(0, 5), { timeout: 10_000 }).toEqual([1, 2, 0, 1, 2]);
	});
});

describe("the wait before another attempt", () => {
	it("is half a second at most at first, thirty at last, and differs from page to page", () => {
		const waits = Array.from({ length: 200 }, () => backoffMs(0));
		expect(Math.min(...waits)).toBeGreaterThanOrEqual(250);
		expect(Math.max(...waits)).toBeLessThanOrEqual(500);
		expect(new Set(waits).size).toBeGreaterThan(100);
		expect(backoffMs(40)).toBeGreaterThanOrEqual(15_000);
		expect(backoffMs(40)).toBeLessThanOrEqual(30_000);
	});
});
