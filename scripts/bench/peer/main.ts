import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { EventsBody } from "../../../src/session-mood/contract.ts";
import { DEFAULT_MODEL } from "../../../src/session-mood/models/index.ts";
import { PostgresStore } from "./postgres-store.ts";
import { PeerSessions } from "./sessions.ts";
import { SqliteStore } from "./sqlite-store.ts";

export interface PeerOptions {
	store: "postgres" | "sqlite";
	/** The folder of the socket, or the file. */
	location: string;
	durable: boolean;
	apiKey: string;
}

const SESSIONS_A_MONTH = 200_000;
const KEY_CACHE_MS = 60_000;
const PATH = /^\/v1\/sessions\/([^/?]+)\/events$/;
const types = new Set(DEFAULT_MODEL.types);
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

const options: PeerOptions = JSON.parse(process.argv[2] ?? "");
const store =
	options.store === "postgres"
		? await PostgresStore.open(options.location)
		: new SqliteStore(options.location, options.durable);
await store.addAccount(randomUUID(), sha256(options.apiKey));
const sessions = new PeerSessions(store, SESSIONS_A_MONTH);
const knownKeys = new Map<string, { accountId: string; expiresAt: number }>();

async function accountOf(key: string): Promise<string | undefined> {
	const digest = sha256(key);
	const known = knownKeys.get(digest);
	if (known && known.expiresAt > Date.now()) return known.accountId;
	const accountId = await store.findAccount(digest);
	if (accountId !== undefined) knownKeys.set(digest, { accountId, expiresAt: Date.now() + KEY_CACHE_MS });
	return accountId;
}

async function answerTo(request: IncomingMessage, body: string): Promise<[status: number, body: object]> {
	const accountId = await accountOf(String(request.headers["x-api-key"]));
	if (accountId === undefined) return [401, { error: "Unauthorized" }];
	const sessionId = decodeURIComponent(PATH.exec(request.url ?? "")?.[1] ?? "");
	if (sessionId === "" || sessionId.length > 256) return [404, { error: "Not found" }];
	const parsed = EventsBody.safeParse(JSON.parse(body));
	if (!parsed.success) return [400, { error: "Invalid field" }];
	const { events } = parsed.data;
	if (!events.every(({ type }) => types.has(type))) return [400, { error: "Invalid event type(s)" }];
	const state = await sessions.record(accountId, sessionId, events);
	if (!state) return [429, { error: "Rate limit exceeded" }];
	return [
		200,
		{
			session_id: sessionId,
			events_stored: events.length,
			total_events: state.totalEvents,
			current_mood: state.moods[DEFAULT_MODEL.id],
		},
	];
}

function respond(response: ServerResponse, status: number, body: object): void {
	const text = JSON.stringify(body);
	response.writeHead(status, {
		"Content-Type": "application/json",
		"Content-Length": Buffer.byteLength(text),
		"Access-Control-Allow-Origin": "*",
		"X-Content-Type-Options": "nosniff",
		"X-Request-Id": `req_${randomUUID()}`,
	});
	response.end(text);
}

const server = createServer((request, response) => {
	const chunks: Buffer[] = [];
	request.on("data", (chunk) => chunks.push(chunk));
	request.on("end", () => {
		answerTo(request, Buffer.concat(chunks).toString()).then(
			([status, body]) => respond(response, status, body),
			(error) => respond(response, 500, { error: String(error) }),
		);
	});
});
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on("message", async () => process.send?.({ events: await store.countEvents() }));
process.on("disconnect", () => process.exit(0));
