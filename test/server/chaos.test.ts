import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fuzz } from "../../scripts/chaos/fuzz.ts";
import { killRepeatedly } from "../../scripts/chaos/kills.ts";
import { rawRequests } from "../../scripts/chaos/raw-requests.ts";
import { freePort } from "../../scripts/free-port.ts";
import { type LocalServer, startLocalServer } from "../../scripts/local-server.ts";

/** A short dose, another one each day; `npm run chaos` gives a long one. */
const seed = Math.floor(Date.now() / 86_400_000);

describe("a server that is sent anything", () => {
	let state: string;
	let server: LocalServer;
	beforeAll(async () => {
		state = await mkdtemp(join(tmpdir(), "undertone-chaos-"));
		server = await startLocalServer({ port: await freePort(), state, output: "ignore" });
	});
	afterAll(async () => {
		await server.stop();
		await rm(state, { recursive: true, force: true });
	});

	it("refuses what is no proper HTTP, and goes on", async () => {
		const { failures } = await rawRequests(server.url);
		expect(failures).toEqual([]);
	});

	it("never fails by its own fault, nor shows its inside", async () => {
		const { name, failures } = await fuzz(server.url, { requests: 1_500, seed, concurrency: 8 });
		expect(failures, name).toEqual([]);
	});
});

describe("a server that is killed in the middle of its work", () => {
	it("loses and doubles nothing", async () => {
		const { name, failures, figures } = await killRepeatedly({ kills: 2, seed });
		expect(failures, name).toEqual([]);
		expect(figures["changes acknowledged"]).toBeGreaterThan(0);
	});
});
