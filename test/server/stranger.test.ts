import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { freePort } from "../../scripts/free-port.ts";
import { localSigningKey, signToken } from "../../scripts/local-keys.ts";
import { type LocalServer, startLocalServer } from "../../scripts/local-server.ts";
import { pack, packagesDirectory } from "../../scripts/pack.ts";

const run = promisify(execFile);
const root = resolve(import.meta.dirname, "../..");
const tool = (name: string) => join(root, "node_modules/.bin", name);
const recording = join(root, "test/voice/fixtures/speech.webm");
const PERMISSIONS = ["emotion:create", "emotion:category:create"];

const TSCONFIG = {
	compilerOptions: {
		strict: true,
		target: "ES2022",
		module: "NodeNext",
		lib: ["ES2022", "DOM", "DOM.Iterable"],
		types: ["node"],
		noEmit: true,
		exactOptionalPropertyTypes: true,
		allowImportingTsExtensions: true,
	},
};

let server: LocalServer;
let project: string;
let tarballs: string[];

/** Runs a program of the stranger's project against the server, and reads what it prints. */
async function runProgram(program: string): Promise<Record<string, unknown>> {
	const token = await signToken(await localSigningKey(), `stranger ${program}`, PERMISSIONS);
	const { stdout } = await run(process.execPath, [program, server.url, token, recording], { cwd: project });
	return JSON.parse(stdout);
}

beforeAll(async () => {
	const state = await mkdtemp(join(tmpdir(), "undertone-stranger-state-"));
	project = await mkdtemp(join(tmpdir(), "undertone-stranger-"));
	server = await startLocalServer({ port: await freePort(), state, output: "ignore" });
	tarballs = await pack();
	await writeFile(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
	await writeFile(join(project, "tsconfig.json"), JSON.stringify(TSCONFIG));
	const { typescript, "@types/node": nodeTypes, "openapi-fetch": openApiFetch } = packageJson.devDependencies;
	const tools = [`typescript@${typescript}`, `@types/node@${nodeTypes}`, `openapi-fetch@${openApiFetch}`];
	const options = ["--prefer-offline", "--no-audit", "--no-fund"];
	await run("npm", ["install", ...options, ...tarballs, ...tools], { cwd: project });
	await cp(join(import.meta.dirname, "stranger"), project, { recursive: true });
	await run(tool("openapi-typescript"), [`${server.url}/openapi.json`, "-o", join(project, "api.d.ts")]);
});

afterAll(async () => {
	await server?.stop();
	await rm(project, { recursive: true, force: true });
});

describe("what a stranger builds", () => {
	it("compiles without a cast, on the served OpenAPI document and on the packages", async () => {
		const { stdout } = await run(join(project, "node_modules/.bin/tsc"), ["-p", project]).catch(
			(error) => error,
		);
		expect(stdout).toBe("");
	});

	it("on the served OpenAPI document works for all three APIs", async () => {
		expect(await runProgram("by-openapi-fetch.ts")).toEqual({
			mood: expect.any(String),
			events: 3,
			signals: expect.any(Number),
			explained: true,
			missing: "not_found",
			emotions: 8,
			emoji: "😊",
			uk: 1,
			blocks: 1,
		});
	});

	it("on the two packages works, and a batch whose answer was lost counts once", async () => {
		expect(await runProgram("by-packages.ts")).toEqual({
			sent: 2,
			stored: 1,
			mood: expect.any(String),
			code: "not_found",
			emotions: 8,
			listed: true,
		});
	});

	it.each(["snippet", "client"])("installs from a %s package without faults", async (name) => {
		const directory = join(packagesDirectory, name);
		await run(tool("publint"), ["--strict", directory]);
		await run(tool("attw"), ["--profile", "esm-only", "--pack", directory]);
	});
});
