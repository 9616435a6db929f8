import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fuzz } from "./chaos/fuzz.ts";
import { killRepeatedly } from "./chaos/kills.ts";
import { rawRequests } from "./chaos/raw-requests.ts";
import { lineOf, type Report } from "./chaos/report.ts";
import { freePort } from "./free-port.ts";
import { startLocalServer } from "./local-server.ts";

const { values } = parseArgs({
	options: {
		kills: { type: "string", default: "20" },
		requests: { type: "string", default: "20000" },
		seed: { type: "string", default: "1" },
	},
});
const seed = Number(values.seed);
const state = await mkdtemp(join(tmpdir(), "undertone-chaos-"));
const reports: Report[] = [];

function tell(report: Report): void {
	reports.push(report);
	console.log(lineOf(report));
}

try {
	const server = await startLocalServer({ port: await freePort(), state, output: "inherit" });
	try {
		tell(await rawRequests(server.url));
		tell(await fuzz(server.url, { requests: Number(values.requests), seed, concurrency: 8 }));
	} finally {
		await server.stop();
	}
	tell(await killRepeatedly({ kills: Number(values.kills), seed }));
} finally {
	await rm(state, { recursive: true, force: true });
}
process.exitCode = reports.some(({ failures }) => failures.length > 0) ? 1 : 0;
