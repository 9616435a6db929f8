import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { convertV4MiniflareOptions, Miniflare, type V4MiniflareOptions } from "miniflare";
import { unstable_getMiniflareWorkerOptions } from "wrangler";
import { build } from "../../build.ts";
import { childRunning } from "../cpu-time.ts";
import { SESSIONS } from "../traffic.ts";
import type { Contender, Place } from "./contender.ts";

const MODULE_TYPES = { ".js": "ESModule", ".wasm": "CompiledWasm", ".onnx": "Data", ".bin": "Data" } as const;
/** The files of a bundle, as Miniflare takes them. */
export type Modules = {
	type: (typeof MODULE_TYPES)[keyof typeof MODULE_TYPES];
	path: string;
	contents: Uint8Array;
}[];

const FLOOR = `
import { DurableObject } from "cloudflare:workers";
const state = "x".repeat(3700);
export class Rows extends DurableObject {
	constructor(ctx, env) {
		super(ctx, env);
		ctx.storage.sql.exec("CREATE TABLE IF NOT EXISTS batches (id INTEGER PRIMARY KEY, state TEXT, events TEXT)");
	}
	record(events) {
		this.ctx.storage.sql.exec("INSERT INTO batches (state, events) VALUES (?, ?)", state, events);
		return events.length;
	}
}
export default {
	async fetch(request, { ROWS }) {
		const events = await request.text();
		return Response.json({ stored: await ROWS.getByName(request.url).record(events) });
	},
};`;
const HELLO = `export default { fetch: () => new Response("hello") };`;

/** A worker behind a socket of workerd's own: nothing of the local development server is in the way. */
export async function startWorkerd(name: string, options: Partial<V4MiniflareOptions>) {
	const miniflare = new Miniflare(
		convertV4MiniflareOptions({
			compatibilityDate: "2026-11-01",
			...options,
			name,
			unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }],
		} as V4MiniflareOptions),
	);
	await miniflare.ready;
	const url = await miniflare.unsafeGetDirectURL(name);
	return { miniflare, url, pid: childRunning("workerd") };
}

/** The least a Worker can do. */
export async function startHello(): Promise<Contender> {
	const { miniflare, url, pid } = await startWorkerd("hello", { modules: true, script: HELLO });
	return {
		name: "bare hello, workerd",
		work: "hello",
		url,
		pids: [pid],
		apiKey: "",
		storedEvents: async () => 0,
		stop: () => miniflare.dispose(),
	};
}

/**
 * What no design with an object a session and a durable write can do without: the body, one call, one row as long
 * as Undertone's. What lies between this and Undertone is ours.
 */
export async function startFloor({ folder }: Place): Promise<Contender> {
	const { miniflare, url, pid } = await startWorkerd("floor", {
		modules: true,
		script: FLOOR,
		durableObjects: { ROWS: { className: "Rows", useSQLite: true } },
		resourcePersistencePath: join(folder, "floor"),
	} as Partial<V4MiniflareOptions>);
	return {
		name: "one call, one row, workerd",
		work: "floor",
		url,
		pids: [pid],
		apiKey: "",
		storedEvents: async () => 0,
		stop: () => miniflare.dispose(),
	};
}

/** The Worker as it is deployed: the bundle that wrangler would upload. */
export async function bundleWorker(folder: string): Promise<Modules> {
	await build();
	const { status, stderr } = spawnSync("wrangler", ["deploy", "--dry-run", "--outdir", folder], {
		env: { ...process.env, WRANGLER_SEND_METRICS: "false", CI: "true" },
		encoding: "utf8",
	});
	if (status !== 0) throw new Error(`The Worker could not be bundled:\n${stderr}`);
	return modulesIn(folder);
}

/** What wrangler left in a folder; the entry, which is its only JavaScript, first. */
export function modulesIn(folder: string): Modules {
	const modules = readdirSync(folder).flatMap((path) => {
		const type = MODULE_TYPES[extname(path) as keyof typeof MODULE_TYPES];
		return type ? [{ type, path, contents: readFileSync(join(folder, path)) }] : [];
	});
	return modules.sort((a, b) => Number(b.type === "ESModule") - Number(a.type === "ESModule"));
}

export async function startUndertone(modules: Modules, { folder }: Place): Promise<Contender> {
	const { workerOptions } = unstable_getMiniflareWorkerOptions("wrangler.toml");
	const { rootPath: _root, modulesRules: _rules, assets: _assets, ...bindings } = workerOptions;
	const options = {
		...bindings,
		modules,
		resourcePersistencePath: join(folder, "undertone"),
	} as Partial<V4MiniflareOptions>;
	let { miniflare, url, pid } = await startWorkerd("undertone", options);
	await migrate(miniflare);
	const apiKey = await generateKey(url);
	return {
		name: "Undertone, workerd",
		work: "events",
		url,
		pids: [pid],
		apiKey,
		async storedEvents() {
			await miniflare.dispose();
			({ miniflare, url, pid } = await startWorkerd("undertone", options));
			return countEvents(url, apiKey);
		},
		stop: () => miniflare.dispose(),
	};
}

export async function migrate(miniflare: Miniflare): Promise<void> {
	const database = await miniflare.getD1Database("DB");
	for (const file of readdirSync("migrations").filter((name) => name.endsWith(".sql"))) {
		const statements = readFileSync(join("migrations", file), "utf8").split("--> statement-breakpoint");
		for (const statement of statements) await database.prepare(statement).run();
	}
}

async function generateKey(url: URL): Promise<string> {
	const response = await fetch(new URL("/v1/keys/generate", url), {
		method: "POST",
		body: JSON.stringify({ customer_name: "Bench", plan: "pro" }),
	});
	const { api_key } = (await response.json()) as { api_key: string };
	return api_key;
}

/** As the sessions say after a restart, when all they know comes from their rows. */
async function countEvents(url: URL, key: string): Promise<number> {
	let total = 0;
	for (let i = 0; i < SESSIONS; i++) {
		const response = await fetch(new URL(`/v1/sessions/visitor_${i}/mood`, url), {
			headers: { "X-Api-Key": key },
		});
		const { event_count } = (await response.json()) as { event_count: number };
		total += event_count;
	}
	return total;
}
