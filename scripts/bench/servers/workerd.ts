import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { convertV4MiniflareOptions, Miniflare, type V4MiniflareOptions } from "miniflare";
import { unstable_getMiniflareWorkerOptions } from "wrangler";
import { build } from "../../build.ts";
import { childRunning } from "../cpu-time.ts";
import { requestBytes } from "../load.ts";
import { SESSIONS } from "../traffic.ts";
import type { Contender, Place } from "./contender.ts";
import { PAGE, requestOf, type Sender } from "./requests.ts";

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
let calls = 0;
export default {
	async fetch(request, { ROWS, ACCOUNT_SHARE }) {
		const events = await request.text();
		const stored = await ROWS.getByName(request.url).record(events);
		if (calls++ % 10 < ACCOUNT_SHARE * 10) await ROWS.getByName("account").record("");
		return Response.json({ stored });
	},
};`;
/** The share of the traffic's batches that change a mood, of which an account has to hear. */
export const ACCOUNT_SHARE = 0.3;
/** Counts the rows that the objects write, as they are billed: by statements, keys and alarms. */
const COUNTING = (entry: string) => `
import worker, { AccountObject, SessionObject } from "./${entry}";
let rowsWritten = 0;
const counted = new WeakSet();
function count(target, method, rowsOf) {
	const original = target[method];
	target[method] = function (...values) {
		const result = original.apply(this, values);
		rowsWritten += rowsOf(result);
		return result;
	};
}
function watch(storage) {
	const prototypes = [storage.sql, storage.kv, storage].map(Object.getPrototypeOf);
	if (counted.has(prototypes[0])) return;
	counted.add(prototypes[0]);
	count(prototypes[0], "exec", (cursor) => cursor.rowsWritten);
	count(prototypes[1], "put", () => 1);
	count(prototypes[2], "setAlarm", () => 1);
}
const watched = (Base) => class extends Base {
	constructor(context, env) {
		watch(context.storage);
		super(context, env);
	}
};
const Account = watched(AccountObject);
const Session = watched(SessionObject);
export { Account as AccountObject, Session as SessionObject };
export default {
	...worker,
	fetch: (request, env, execution) =>
		request.url.endsWith("/rows-written")
			? new Response(String(rowsWritten))
			: worker.fetch(request, env, execution),
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

const storesNothing = async () => ({ events: 0 });

/** The least a Worker can do. */
export async function startHello(): Promise<Contender> {
	const { miniflare, url, pid } = await startWorkerd("hello", { modules: true, script: HELLO });
	return {
		name: "bare hello",
		work: "hello",
		url,
		pids: [pid],
		request: () => requestBytes(url, "GET", {}),
		stored: storesNothing,
		stop: () => miniflare.dispose(),
	};
}

/**
 * What no design with an object a session and a durable write can do without: the body, one call, one row as long
 * as Undertone's. With a share, that part of the batches also makes a call and a row at the account's object.
 */
export async function startFloor({ folder }: Place, accountShare: number): Promise<Contender> {
	const name = accountShare === 0 ? "one call, one row" : "the same, and the account's share";
	const { miniflare, url, pid } = await startWorkerd("floor", {
		modules: true,
		script: FLOOR,
		bindings: { ACCOUNT_SHARE: accountShare },
		durableObjects: { ROWS: { className: "Rows", useSQLite: true } },
		resourcePersistencePath: join(folder, `floor-${accountShare}`),
	} as Partial<V4MiniflareOptions>);
	return {
		name,
		work: "floor",
		url,
		pids: [pid],
		request: (batch) => requestOf["secret key"](url, "", batch),
		stored: storesNothing,
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

export async function startUndertone(
	modules: Modules,
	{ folder }: Place,
	sender: Sender,
): Promise<Contender> {
	const { workerOptions } = unstable_getMiniflareWorkerOptions("wrangler.toml");
	const { rootPath: _root, modulesRules: _rules, assets: _assets, ...bindings } = workerOptions;
	const [entry] = modules;
	if (!entry) throw new RangeError("the bundle is empty");
	const counting = { type: "ESModule", path: "counting.js", contents: Buffer.from(COUNTING(entry.path)) };
	const options = {
		...bindings,
		modules: [counting, ...modules],
		resourcePersistencePath: join(folder, `undertone-${sender}`),
	} as Partial<V4MiniflareOptions>;
	let { miniflare, url, pid } = await startWorkerd("undertone", options);
	await migrate(miniflare);
	const secretKey = await generateKey(url);
	const key = sender === "snippet" ? await publishableKey(url, secretKey) : secretKey;
	return {
		name: `Undertone, ${sender}`,
		work: "events",
		url,
		pids: [pid],
		request: (batch) => requestOf[sender](url, key, batch),
		async stored() {
			const rowsWritten = Number(await (await fetch(new URL("/rows-written", url))).text());
			await miniflare.dispose();
			({ miniflare, url, pid } = await startWorkerd("undertone", options));
			return { events: await countEvents(url, secretKey), rowsWritten };
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

async function publishableKey(url: URL, secretKey: string): Promise<string> {
	const response = await fetch(new URL("/v1/keys", url), {
		method: "POST",
		headers: { "X-Api-Key": secretKey },
		body: JSON.stringify({ name: "Bench", allowed_origins: [PAGE] }),
	});
	const { key } = (await response.json()) as { key: string };
	return key;
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
