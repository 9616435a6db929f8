import {
	Agent,
	createServer,
	type IncomingMessage,
	request,
	type Server,
	type ServerResponse,
} from "node:http";
import { connect, type Socket } from "node:net";

/** Idle connections to the runtime are given up before the runtime does it, so that none is used while it closes. */
const IDLE_MS = 3_000;
/** They are about one connection, not about the answer. */
const HOP_BY_HOP = new Set(["connection", "keep-alive", "proxy-connection", "upgrade"]);

interface FrontOptions {
	port: number;
	/** Where the runtime listens on loopback. */
	runtimePort: number;
}

/**
 * Stands before the local runtime as Cloudflare's edge stands before a deployed Worker: what is no proper HTTP, or is
 * cut off, is refused here with a 400, since the runtime has only a 500 for it.
 */
export async function startFront({ port, runtimePort }: FrontOptions): Promise<Server> {
	const agent = new Agent({ keepAlive: true, timeout: IDLE_MS, maxSockets: Number.POSITIVE_INFINITY });
	const front = createServer({ requestTimeout: 60_000 }, (incoming, answer) => {
		if (countOf(incoming, "host") !== 1) return refuse(answer, 400, "Send exactly one Host header.");
		forward(incoming, answer, { agent, port: runtimePort });
	});
	front.on("upgrade", (incoming: IncomingMessage, client: Socket, head: Buffer) =>
		tunnel(incoming, client, head, runtimePort),
	);
	front.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
		if (!socket.writable || error.code === "ECONNRESET") return void socket.destroy();
		const status =
			error.code === "HPE_HEADER_OVERFLOW" ? "431 Request Header Fields Too Large" : "400 Bad Request";
		const body = JSON.stringify({ error: "This is not a complete HTTP request.", code: "invalid_request" });
		const headers = `Content-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close`;
		socket.end(`HTTP/1.1 ${status}\r\n${headers}\r\n\r\n${body}`);
	});
	front.on("close", () => agent.destroy());
	// Node's types lack it: a client that has sent all it has to say may still listen.
	Object.assign(front, { httpAllowHalfOpen: true });
	await new Promise<void>((resolve, reject) => {
		front.once("error", reject);
		front.listen(port, "127.0.0.1", resolve);
	});
	return front;
}

const countOf = ({ rawHeaders }: IncomingMessage, name: string): number =>
	rawHeaders.filter((header, i) => i % 2 === 0 && header.toLowerCase() === name).length;

/** Names and values alternate, as Node keeps and takes them. */
const passedOn = (rawHeaders: readonly string[]): string[] =>
	rawHeaders.filter((_, i) => !HOP_BY_HOP.has((rawHeaders[i - (i % 2)] ?? "").toLowerCase()));

function refuse(answer: ServerResponse, status: number, error: string): void {
	const body = JSON.stringify({ error, code: status === 400 ? "invalid_request" : "unavailable" });
	answer.writeHead(status, {
		"Content-Type": "application/json",
		...(status === 503 && { "Retry-After": "1" }),
	});
	answer.end(`${body}\n`);
}

/** A socket is passed through as it is, both ways, until either side ends it. */
function tunnel(
	{ method, url, rawHeaders }: IncomingMessage,
	client: Socket,
	head: Buffer,
	port: number,
): void {
	const runtime = connect(port, "127.0.0.1", () => {
		const headers = rawHeaders.map((text, i) => (i % 2 === 0 ? `${text}: ` : `${text}\r\n`)).join("");
		runtime.write(`${method} ${url} HTTP/1.1\r\n${headers}\r\n`);
		runtime.write(head);
		runtime.pipe(client);
		client.pipe(runtime);
	});
	for (const [from, to] of [
		[runtime, client],
		[client, runtime],
	] as const) {
		from.on("error", () => to.destroy());
		from.on("close", () => to.destroy());
	}
}

function forward(
	incoming: IncomingMessage,
	answer: ServerResponse,
	to: { agent: Agent; port: number },
): void {
	const { method, url, rawHeaders } = incoming;
	const options = { ...to, host: "127.0.0.1", method, path: url, headers: passedOn(rawHeaders) };
	const outgoing = request(options as object, (received) => {
		answer.writeHead(received.statusCode ?? 502, passedOn(received.rawHeaders));
		received.pipe(answer);
		received.on("error", () => answer.destroy());
	});
	outgoing.on("error", () => {
		if (answer.headersSent) answer.destroy();
		else if (incoming.complete)
			refuse(answer, 503, "The local server is starting or stopping. Please try again.");
		else refuse(answer, 400, "The request was cut off.");
	});
	incoming.on("error", () => outgoing.destroy());
	incoming.on("close", () => {
		if (!incoming.complete) outgoing.destroy();
	});
	answer.on("close", () => outgoing.destroy());
	incoming.pipe(outgoing);
}
