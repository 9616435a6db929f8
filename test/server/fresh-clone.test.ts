import { type ChildProcess, execFile, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freePort } from "../../scripts/free-port.ts";

const run = promisify(execFile);
const root = resolve(import.meta.dirname, "../..");

let clone: string;
let port: number;
let started: ChildProcess | undefined;

/** What a fresh clone holds after `npm ci`: the tracked files, and the packages. */
beforeEach(async () => {
	clone = await mkdtemp(join(tmpdir(), "undertone-clone-"));
	port = await freePort();
	const { stdout } = await run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
		cwd: root,
	});
	const copies = stdout.split("\0").filter(Boolean);
	await Promise.all(copies.map((file) => cp(join(root, file), join(clone, file), { recursive: true })));
	await symlink(join(root, "node_modules"), join(clone, "node_modules"));
});

afterEach(async () => {
	for (const pid of started?.pid ? processesIn(clone) : []) process.kill(pid, "SIGKILL");
	started = undefined;
	await rm(clone, { recursive: true, force: true });
});

/** The processes whose working directory is in a folder. */
function processesIn(folder: string): number[] {
	return readdirSync("/proc")
		.filter((name) => /^\d+$/.test(name) && environmentOf(name).includes(`PWD=${folder}\0`))
		.map(Number);
}

function environmentOf(pid: string): string {
	try {
		return readFileSync(`/proc/${pid}/environ`, "utf8");
	} catch {
		return "";
	}
}

function start(command: string, args: string[], env: Record<string, string> = {}): void {
	const inherited = { ...process.env, UNDERTONE_PREPARED: "", X_LOCAL_OBSERVABILITY: "false" };
	started = spawn(command, args, {
		cwd: clone,
		env: { ...inherited, WRANGLER_SEND_METRICS: "false", CI: "true", PWD: clone, ...env },
		stdio: "ignore",
	});
}

const url = (path: string) => `http://127.0.0.1:${port}${path}`;

const untilHealthy = () =>
	expect
		.poll(
			() =>
				fetch(url("/health")).then(
					(answer) => answer.status,
					() => 0,
				),
			{ timeout: 60_000 },
		)
		.toBe(200);

async function tokenOf(person: string): Promise<string> {
	const { stdout } = await run("npm", ["run", "-s", "token", "--", person], { cwd: clone });
	return stdout.trim();
}

describe("in a fresh clone", () => {
	it("`npx wrangler dev` serves pages, both databases and people with local tokens", async () => {
		start("npx", ["wrangler", "dev", "--port", String(port), "--inspector-port", "0"]);
		await untilHealthy();
		expect((await fetch(url("/demo"))).status).toBe(200);
		const opened = await fetch(url("/v1/keys/generate"), { method: "POST", body: '{"customer_name":"Me"}' });
		expect(opened.status).toBe(201);
		const headers = { Authorization: `Bearer ${await tokenOf("alice")}` };
		expect((await fetch(url("/api/settings"), { headers })).status).toBe(200);
	});

	it("`npm start` lets another origin in, is found by the seed, and ends whole on SIGTERM", async () => {
		const origin = "http://localhost:5173";
		start("npm", ["start"], { PORT: String(port), WEB_ORIGINS: origin });
		await untilHealthy();
		const preflight = {
			method: "OPTIONS",
			headers: { Origin: origin, "Access-Control-Request-Method": "GET" },
		};
		const allowed = await fetch(url("/api/settings"), preflight);
		expect(allowed.headers.get("Access-Control-Allow-Origin")).toBe(origin);

		const { stdout } = await run("npm", ["run", "-s", "seed"], { cwd: clone });
		expect(stdout).toContain(url(""));

		started?.kill("SIGTERM");
		await expect.poll(() => processesIn(clone), { timeout: 15_000 }).toEqual([]);
		await expect(fetch(url("/health"))).rejects.toThrow();
	});
});
