import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startLocalServer } from "../../../scripts/local-server.ts";
import { freePort } from "../../support/free-port.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** Origin of the local server, started as `npm start` starts it. */
		api: string;
		/** Folder of its database and objects. */
		state: string;
	}
}

/** One local server with a state of its own for all browser tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const state = await mkdtemp(join(tmpdir(), "undertone-browser-"));
	const server = await startLocalServer({ port: await freePort(), state, output: "ignore" });
	project.provide("api", server.url);
	project.provide("state", state);
	return async () => {
		await server.stop();
		await rm(state, { recursive: true, force: true });
	};
}
