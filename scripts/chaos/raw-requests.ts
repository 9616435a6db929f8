import { connect } from "node:net";
import type { Report } from "./report.ts";
import { newPersonToken, newSecretKey } from "./world.ts";

/** How long a connection may go without an answer. */
const HANG_MS = 10_000;

interface RawRequest {
	name: string;
	/** What is written to the connection; then it is half closed. */
	text: string;
	/** Whether the request is valid in spite of its looks. */
	isValid?: boolean;
}

const chunked = (...chunks: string[]): string =>
	chunks.map((chunk) => `${Buffer.byteLength(chunk).toString(16)}\r\n${chunk}\r\n`).join("");

function requestsOf(host: string, key: string, token: string): readonly RawRequest[] {
	const http = (line: string, headers: readonly string[], body = "") =>
		[`${line} HTTP/1.1`, `Host: ${host}`, "Connection: close", ...headers, "", body].join("\r\n");
	const asAccount = `X-Api-Key: ${key}`;
	const asPerson = `Authorization: Bearer ${token}`;
	const isChunked = "Transfer-Encoding: chunked";
	const event = '{"type":"click"}';
	const events = "POST /v1/sessions/raw/events";
	const form = "Content-Type: multipart/form-data; boundary=x";
	return [
		{
			name: "GET with a chunked body",
			text: http("GET /v1/sessions/raw/mood", [asAccount, isChunked], `${chunked("abc")}0\r\n\r\n`),
		},
		{
			name: "GET with a length",
			text: http("GET /v1/keys", [asAccount, "Content-Length: 3"], "abc"),
			isValid: true,
		},
		{
			name: "a chunked body",
			text: http(events, [asAccount, isChunked], `${chunked(event.slice(0, 5), event.slice(5))}0\r\n\r\n`),
			isValid: true,
		},
		{
			name: "a chunked body that is cut off",
			text: http(events, [asAccount, isChunked], chunked(event.slice(0, 5))),
		},
		{ name: "a chunk cut in its middle", text: http(events, [asAccount, isChunked], `ff\r\n${event}`) },
		{ name: "a chunk of no size", text: http(events, [asAccount, isChunked], `zz\r\n${event}\r\n0\r\n\r\n`) },
		{ name: "a body shorter than its length", text: http(events, [asAccount, "Content-Length: 500"], event) },
		{ name: "a length that is no number", text: http(events, [asAccount, "Content-Length: many"], event) },
		{ name: "a negative length", text: http(events, [asAccount, "Content-Length: -1"], event) },
		{
			name: "two lengths",
			text: http(events, [asAccount, "Content-Length: 5", "Content-Length: 16"], event),
		},
		{
			name: "a length and chunks",
			text: http(events, [asAccount, "Content-Length: 5", isChunked], `${chunked(event)}0\r\n\r\n`),
		},
		{ name: "two hosts", text: http("GET /health", ["Host: other.example"]) },
		{ name: "two keys", text: http("GET /v1/keys", [asAccount, asAccount]) },
		{ name: "two tokens", text: http("GET /api/moods", [asPerson, asPerson]) },
		{
			name: "two content types",
			text: http(
				events,
				[
					asAccount,
					"Content-Type: text/plain",
					"Content-Type: application/json",
					`Content-Length: ${event.length}`,
				],
				event,
			),
			isValid: true,
		},
		{ name: "no host", text: "GET /health HTTP/1.1\r\nConnection: close\r\n\r\n" },
		{ name: "an absolute address", text: http(`GET http://${host}/health`, []), isValid: true },
		{ name: "a path that is not UTF-8", text: http("GET /v1/sessions/%ff%fe/mood", [asAccount]) },
		{ name: "a path with a null", text: http("GET /v1/sessions/a%00b/mood", [asAccount]) },
		{ name: "a long path", text: http(`GET /v1/sessions/${"a".repeat(12_000)}/mood`, [asAccount]) },
		{ name: "a long header", text: http("GET /v1/keys", [asAccount, `X-Long: ${"a".repeat(200_000)}`]) },
		{ name: "an unknown method", text: http("BREW /v1/keys", [asAccount]) },
		{ name: "no HTTP", text: "hello\r\n\r\n" },
		{
			name: "a form that is cut off",
			text: http(
				"POST /api/moods",
				[asPerson, form, "Content-Length: 900"],
				'--x\r\nContent-Disposition: form-data; name="audio"; filename="a"\r\n\r\nOgg',
			),
		},
		{
			name: "a form without an end",
			text: http(
				"POST /api/moods",
				[asPerson, form, isChunked],
				`${chunked('--x\r\nContent-Disposition: form-data; name="audio"\r\n\r\nOggS')}0\r\n\r\n`,
			),
		},
		{
			name: "a form without its boundary",
			text: http(
				"POST /api/moods",
				[asPerson, "Content-Type: multipart/form-data", isChunked],
				`${chunked("--x\r\n")}0\r\n\r\n`,
			),
		},
		{
			name: "a gzip that is none",
			text: http(
				"POST /api/import",
				[asPerson, "Content-Type: application/json", "Content-Encoding: gzip", "Content-Length: 2"],
				"{}",
			),
		},
		{
			name: "an import that is cut off",
			text: http(
				"POST /api/import",
				[asPerson, "Content-Type: application/json", isChunked],
				chunked('{"format":"undertone-journal",'),
			),
		},
		{
			name: "an If-Match of commas",
			text: http(
				"PATCH /api/dialogs/00000000-0000-0000-0000-000000000000",
				[asPerson, `If-Match: ${",".repeat(5_000)}`, "Content-Type: application/json", "Content-Length: 2"],
				"{}",
			),
		},
		{
			name: "ranges without end",
			text: http("GET /api/audio/recordings/00000000-0000-0000-0000-000000000000/play", [
				asPerson,
				`Range: bytes=${"0-1,".repeat(5_000)}0-1`,
			]),
		},
	];
}

/** The status of the answer; 0 if the server closed the connection without one, undefined if it did nothing. */
function statusOf(port: number, text: string): Promise<number | undefined> {
	return new Promise((resolve) => {
		let answer = "";
		const socket = connect(port, "127.0.0.1", () => socket.end(text));
		const settle = () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0));
		socket.setTimeout(HANG_MS, () => {
			resolve(answer ? Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0) : undefined);
			socket.destroy();
		});
		socket.on("data", (data) => {
			answer += data.toString("latin1");
		});
		socket.on("error", settle);
		socket.on("close", settle);
	});
}

/** Sends bodies that are rejected before they are read, with and without a length: the answer must arrive all the same. */
async function largeBodies(url: string, token: string) {
	const text = "[".repeat(15 * 1024 * 1024);
	const paths = [
		"/api/import",
		"/api/moods",
		"/api/dialogs",
		"/v1/keys/generate",
		"/v1/sessions/large/events",
	];
	const failures: string[] = [];
	let requests = 0;
	for (const path of paths) {
		for (const authorization of ["Bearer none", `Bearer ${token}`]) {
			for (const body of [text, new Blob([text]).stream()]) {
				requests += 1;
				const headers = { Authorization: authorization, "Content-Type": "application/json" };
				const answer = await fetch(url + path, { method: "POST", headers, body, duplex: "half" }).then(
					async (response) => `${response.status} ${await response.text()}`,
					String,
				);
				if (!/^4\d\d \{.*"code"/.test(answer))
					failures.push(`15 MiB to ${path}${body === text ? "" : ", chunked"}: ${answer.slice(0, 200)}`);
			}
		}
	}
	return { requests, failures };
}

/** Sends what `fetch` cannot: each must be refused or closed, and the server must go on. */
export async function rawRequests(url: string): Promise<Report> {
	const { host, port } = new URL(url);
	const token = await newPersonToken();
	const requests = requestsOf(host, await newSecretKey(url), token);
	const failures: string[] = [];
	for (const { name, text, isValid = false } of requests) {
		const status = await statusOf(Number(port), text);
		if (status === undefined) failures.push(`${name}: no answer within ${HANG_MS / 1000} s`);
		else if (status >= 500 && status !== 501) failures.push(`${name}: ${status}`);
		else if (isValid && status !== 200) failures.push(`${name}: ${status} instead of 200`);
		const { ok } = await fetch(`${url}/health`);
		if (!ok) failures.push(`${name}: the server is not well after it`);
	}
	const large = await largeBodies(url, token);
	failures.push(...large.failures);
	return { name: "raw requests", figures: { requests: requests.length + large.requests }, failures };
}
