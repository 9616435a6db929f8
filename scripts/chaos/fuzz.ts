import { readFileSync } from "node:fs";
import { sample } from "openapi-sampler";
import { type Random, seededRandom } from "../../src/seeded-random.ts";
import { damaged, mutated, oddText, pick } from "./mutate.ts";
import type { Report } from "./report.ts";
import { newPersonToken, newSecretKey, newWorld, ORIGIN, type World } from "./world.ts";

interface Parameter {
	name: string;
	in: "path" | "query" | "header";
	schema?: object;
}

interface Operation {
	operationId: string;
	method: string;
	path: string;
	parameters: readonly Parameter[];
	content: Readonly<Record<string, { schema?: object }>>;
}

interface OpenApi {
	paths: Record<string, Record<string, OpenApiOperation>>;
}

interface OpenApiOperation {
	operationId: string;
	parameters?: Parameter[];
	requestBody?: { content: Record<string, { schema?: object }> };
}

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url));
const document: OpenApi = JSON.parse(file("src/web/openapi.json").toString());
const note = new Uint8Array(file("test/voice/fixtures/note.webm"));

const OPERATIONS: readonly Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
	Object.entries(methods).map(([method, { operationId, parameters = [], requestBody }]) => ({
		...{ operationId, method: method.toUpperCase(), path, parameters },
		content: requestBody?.content ?? {},
	})),
);

/** What takes the ground from under the other requests is sent only by those who have nothing else to do. */
const ENDS_ITS_SENDER = new Set(["eraseAccount", "eraseEverything", "revokeKey", "rotateKey"]);

const HANG_MS = 30_000;
const SLOW_MS = 2_000;
/** A file, a line or a package in an answer tells how the server is built. */
const LEAK = /\bat .*\.[jt]s:\d|node_modules|file:\/\/|SQLITE_/;

interface FuzzOptions {
	requests: number;
	seed: number;
	concurrency: number;
}

/**
 * Sends requests made from the OpenAPI document, some valid, most with something odd in them. Any answer is fine except
 * a failure of the server's own, one that shows its inside, and none at all.
 */
export async function fuzz(url: string, { requests, seed, concurrency }: FuzzOptions): Promise<Report> {
	const random = seededRandom(seed);
	const requestOf = await requestMaker(url, random);
	const statuses = new Map<number, number>();
	const failures: string[] = [];
	let slow = 0;
	let sent = 0;
	async function send(): Promise<void> {
		while (sent < requests) {
			sent++;
			const { operation, path, init } = requestOf();
			const told = () => `${operation.operationId}: ${init.method} ${path.slice(0, 200)} ${shown(init)}`;
			const start = performance.now();
			try {
				const response = await fetch(url + path, { ...init, signal: AbortSignal.timeout(HANG_MS) });
				const text = await response.text();
				statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
				const isPromised = response.status === 503 && response.headers.has("Retry-After");
				if (response.status >= 500 && !isPromised) failures.push(`${response.status} ${told()}`);
				else if (LEAK.test(text) && response.headers.get("Content-Type")?.includes("json"))
					failures.push(`leak ${told()}: ${text.slice(0, 200)}`);
				remember(text);
			} catch (error) {
				failures.push(`${error} ${told()}`);
			}
			if (performance.now() - start > SLOW_MS) slow++;
		}
	}
	await Promise.all(Array.from({ length: concurrency }, send));
	const byStatus = [...statuses]
		.sort(([a], [b]) => a - b)
		.map(([status, count]) => [`answers ${status}`, count]);
	const figures = { requests: sent, "slower than 2 s": slow, ...Object.fromEntries(byStatus) };
	return { name: `fuzz (seed ${seed})`, figures, failures };
}

const shown = ({ headers, body }: RequestInit): string =>
	`${JSON.stringify(headers)} ${typeof body === "string" ? body.slice(0, 300) : ""}`.replaceAll(
		/sm_[\w]+|eyJ[\w.-]+/g,
		"<credential>",
	);

/** Ids that the server has given out: what a request must name to get anywhere. */
const knownIds: string[] = ["user_abc"];

function remember(text: string): void {
	for (const [, id] of text.matchAll(/"(?:id|entryId)":"([\w-]{5,40})"/g)) if (id) knownIds.push(id);
	if (knownIds.length > 400) knownIds.splice(0, 200);
}

interface MadeRequest {
	operation: Operation;
	path: string;
	init: RequestInit & { method: string };
}

async function requestMaker(url: string, random: Random): Promise<() => MadeRequest> {
	const world = await newWorld(url);
	const leavers = {
		key: await newSecretKey(url),
		person: await newPersonToken(),
	};
	return () => {
		const operation = pick(random, OPERATIONS);
		const credentials = ENDS_ITS_SENDER.has(operation.operationId)
			? pick(random, [{}, { "X-Api-Key": leavers.key }, { Authorization: `Bearer ${leavers.person}` }])
			: credentialsFor(operation, world, random);
		const { headers, body } = bodyOf(operation, random);
		const init = {
			method: operation.method,
			headers: { ...credentials, ...headersOf(operation, random), ...headers },
			...(body !== undefined && { body }),
		};
		return { operation, path: pathOf(operation, random), init };
	};
}

function credentialsFor(
	{ path }: Operation,
	{ secretKey, publishableKey, people, editor }: World,
	random: Random,
): Record<string, string> {
	const wrong = [
		{},
		{ Authorization: "Bearer x.y.z" },
		{ "X-Api-Key": "sm_0" },
		{ Authorization: "Basic eA==" },
	];
	if (random() < 0.05) return pick<Record<string, string>>(random, wrong);
	if (path.startsWith("/v1"))
		return random() < 0.8 ? { "X-Api-Key": secretKey } : { "X-Api-Key": publishableKey, Origin: ORIGIN };
	return { Authorization: `Bearer ${path.startsWith("/api/emotions") ? editor : pick(random, people)}` };
}

const parametersIn = ({ parameters }: Operation, place: Parameter["in"]): readonly Parameter[] =>
	parameters.filter((parameter) => parameter.in === place);

const textFor = ({ schema }: Parameter, random: Random): string =>
	random() < 0.6 ? String(sample(schema ?? {}, { quiet: true }, document)) : oddText(random);

function pathOf(operation: Operation, random: Random): string {
	const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
		const parameter = operation.parameters.find((each) => each.name === name);
		const isId = /id$/i.test(name) && random() < 0.7;
		const value = isId || !parameter ? pick(random, knownIds) : textFor(parameter, random);
		return encodeURIComponent(value.toWellFormed());
	});
	const query = parametersIn(operation, "query")
		.filter(() => random() < 0.5)
		.map((parameter) => [parameter.name, textFor(parameter, random).toWellFormed()]);
	return query.length === 0 ? path : `${path}?${new URLSearchParams(query as [string, string][])}`;
}

/** Headers take visible ASCII only, whatever the server would do with more. */
const headersOf = (operation: Operation, random: Random): Record<string, string> =>
	Object.fromEntries(
		parametersIn(operation, "header")
			.filter(() => random() < 0.4)
			.map((parameter) => [
				parameter.name,
				textFor(parameter, random)
					.replaceAll(/[^\x20-\x7e]/g, "?")
					.trim(),
			]),
	);

interface Body {
	headers: Record<string, string>;
	body?: string | Uint8Array<ArrayBuffer> | FormData;
}

function bodyOf({ content }: Operation, random: Random): Body {
	const types = Object.keys(content);
	if (types.length === 0) return { headers: {} };
	const type = pick(random, types);
	if (type === "multipart/form-data") return { headers: {}, body: uploadForm(random) };
	const valid =
		type === "application/json"
			? sample(content[type]?.schema ?? {}, { quiet: true }, document)
			: "full_date,mood\n2026-01-05,good\n";
	const headers = {
		"Content-Type": random() < 0.95 ? type : oddText(random).replaceAll(/[^\x20-\x7e]/g, "?"),
	};
	if (typeof valid === "string" || random() < 0.2) {
		const text = typeof valid === "string" ? valid : JSON.stringify(valid);
		return { headers, body: damaged(new TextEncoder().encode(text), random) };
	}
	const value = random() < 0.25 ? valid : mutated(random() < 0.3 ? mutated(valid, random) : valid, random);
	return { headers, body: JSON.stringify(value) ?? "" };
}

function uploadForm(random: Random): FormData {
	const form = new FormData();
	const audio = random() < 0.2 ? note : damaged(note, random);
	if (random() < 0.95) form.set("audio", new File([audio], "note.webm", { type: "audio/webm" }));
	form.set("language", random() < 0.8 ? "en" : oddText(random));
	form.set("duration", random() < 0.8 ? "40" : oddText(random));
	return form;
}
