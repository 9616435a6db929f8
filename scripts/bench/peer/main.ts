import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { EventsBody, EventsQuery } from "../../../src/session-mood/contract.ts";
import { emptyState } from "../../../src/session-mood/engine/fold.ts";
import { readMood } from "../../../src/session-mood/engine/read.ts";
import { DEFAULT_MODEL } from "../../../src/session-mood/models/index.ts";
import type { SessionState } from "../../../src/session-mood/session/session-state.ts";
import { PostgresStore } from "./postgres-store.ts";
import { PeerSessions } from "./sessions.ts";

export interface PeerOptions {
	/** The folder of PostgreSQL's socket. */
	socket: string;
	apiKey: string;
	/** The page that may use the key; null for a secret key. */
	allowedOrigin: string | null;
}

const SESSIONS_A_MONTH = 200_000;
const KEY_CACHE_MS = 60_000;
const PATH = /^\/v1\/sessions\/([^/?]+)\/events(?:\?(.*))?$/;
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;
const types = new Set(DEFAULT_MODEL.types);
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

const options: PeerOptions = JSON.parse(process.argv[2] ?? "");
const store = await PostgresStore.open(options.socket);
await store.addAccount(randomUUID(), sha256(options.apiKey));
const sessions = new PeerSessions(store, SESSIONS_A_MONTH);
const knownKeys = new Map<string, { accountId: string; expiresAt: number }>();

async function accountOf(key: string): Promise<string | undefined> {
	const known = knownKeys.get(key);
	if (known && known.expiresAt > Date.now()) return known.accountId;
	const accountId = await store.findAccount(sha256(key));
	if (accountId !== undefined) knownKeys.set(key, { accountId, expiresAt: Date.now() + KEY_CACHE_MS });
	return accountId;
}

async function answerTo(request: IncomingMessage, body: string): Promise<[status: number, body: object]> {
	const [path, id = "", search = ""] = PATH.exec(request.url ?? "") ?? [];
	if (path === undefined || request.method !== "POST") return [404, { error: "Not found" }];
	const query = EventsQuery.safeParse(Object.fromEntries(new URLSearchParams(search)));
	if (!query.success) return [400, { error: "Invalid field" }];
	const accountId = await accountOf(String(request.headers["x-api-key"] ?? query.data.key));
	if (accountId === undefined) return [401, { error: "Unauthorized" }];
	if (options.allowedOrigin !== null && request.headers.origin !== options.allowedOrigin)
		return [403, { error: "Forbidden" }];
	const sessionId = decodeURIComponent(id);
	if ([...sessionId].length > 256) return [400, { error: "Invalid field" }];
	const key = request.headers["idempotency-key"]?.toString() ?? query.data.idempotency_key;
	if (key !== undefined && !IDEMPOTENCY_KEY.test(key)) return [400, { error: "Invalid field" }];
	const parsed = EventsBody.safeParse(JSON.parse(body));
	if (!parsed.success) return [400, { error: "Invalid field" }];
	const { events } = parsed.data;
	if (!events.every(({ type }) => types.has(type))) return [400, { error: "Invalid event type(s)" }];
	const idempotency = key === undefined ? null : { key, fingerprint: sha256(`${query.data.model}\n${body}`) };
	const { kind, answer, state } = await sessions.record({ accountId, sessionId, events, idempotency });
	if (!answer || !state)
		return kind === "mismatch"
			? [422, { error: "Idempotency key reused" }]
			: [429, { error: "Rate limit exceeded" }];
	const { moods, ...counts } = answer;
	return [
		200,
		{
			session_id: sessionId,
			...counts,
			current_mood: moods[DEFAULT_MODEL.id],
			...(query.data.reading === "true" && { reading: readingOf(sessionId, state) }),
		},
	];
}

const readingOf = (sessionId: string, { models, totalEvents, updatedAt }: SessionState) => ({
	session_id: sessionId,
	...readMood(DEFAULT_MODEL, models[DEFAULT_MODEL.id] ?? emptyState()),
	event_count: totalEvents,
	updated_at: new Date(updatedAt * 1000).toISOString(),
});

function respond(response: ServerResponse, status: number, body: object): void {
	const text = `${JSON.stringify(body)}\n`;
	response.writeHead(status, {
		"Content-Type": "application/json",
		"Content-Length": Buffer.byteLength(text),
		"Access-Control-Allow-Origin": "*",
		"Access-Control-Expose-Headers": "X-Request-Id,Retry-After,Idempotency-Replayed,ETag",
		"Cache-Control": "no-store",
		"X-Content-Type-Options": "nosniff",
		"X-Frame-Options": "DENY",
		"Referrer-Policy": "no-referrer",
		"Strict-Transport-Security": "max-age=31536000; includeSubDomains",
		"Cross-Origin-Resource-Policy": "cross-origin",
		"X-Request-Id": `req_${randomUUID().replaceAll("-", "")}`,
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
