import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { freePort } from "../../../scripts/free-port.ts";
import { startLocalServer } from "../../../scripts/local-server.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** Origin of the local server, started as `npm start` starts it. */
		api: string;
		/** Folder of its database and objects. */
		state: string;
	}
}

interface TestServer {
	url: string;
	state: string;
	stop(): Promise<void>;
}

async function start(): Promise<TestServer> {
	const state = await mkdtemp(join(tmpdir(), "undertone-browser-"));
	const server = await startLocalServer({ port: await freePort(), state, output: "ignore" });
	return {
		url: server.url,
		state,
		async stop() {
			await server.stop();
			await rm(state, { recursive: true, force: true });
		},
	};
}

/** Vitest loads this file once for each project, all in one process. */
const shared = globalThis as typeof globalThis & { testServer?: Promise<TestServer> | undefined };

/** One local server with a state of its own for all browser tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	shared.testServer ??= start();
	const server = await shared.testServer;
	project.provide("api", server.url);
	project.provide("state", server.state);
	return async () => {
		const last = shared.testServer;
		shared.testServer = undefined;
		await (await last)?.stop();
	};
}
