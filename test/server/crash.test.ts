import type { ChildProcess } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { freePort } from "../../scripts/free-port.ts";
import { startLocalServer } from "../../scripts/local-server.ts";

const SESSIONS = 8;

/** Kills a process and all it started, at once and without a chance to tidy up. */
function killTree({ pid }: ChildProcess): void {
	for (const each of pid ? [pid, ...descendantsOf(pid)] : []) process.kill(each, "SIGKILL");
}

function descendantsOf(pid: number): number[] {
	const children = readdirSync("/proc")
		.filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
		.map(Number);
	return children.flatMap((child) => [child, ...descendantsOf(child)]);
}

function parentOf(pid: string): number {
	try {
		return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
	} catch {
		return 0;
	}
}

interface Answer {
	api_key: string;
	total_events: number;
	event_count: number;
	total_sessions: number;
}

async function call(url: string, key: string, method: string, body?: unknown): Promise<Answer> {
	const init = {
		method,
		headers: { "X-Api-Key": key },
		...(body !== undefined && { body: JSON.stringify(body) }),
	};
	const response = await fetch(url, init);
	if (!response.ok) throw new Error(`${method} answered ${response.status}`);
	return response.json() as Promise<Answer>;
}

it("loses no event that was acknowledged when the server is killed in the middle of its work", async () => {
	const state = await mkdtemp(join(tmpdir(), "undertone-crash-"));
	const first = await startLocalServer({ port: await freePort(), state, output: "ignore" });
	const { api_key: key } = await call(`${first.url}/v1/keys/generate`, "", "POST", {
		customer_name: "Crash",
	});
	const acknowledged = Array.from({ length: SESSIONS }, () => 0);
	const posting = acknowledged.map(async (_, session) => {
		const url = `${first.url}/v1/sessions/s${session}/events`;
		for (;;) {
			const { total_events } = await call(url, key, "POST", { type: "click" });
			acknowledged[session] = total_events;
			if (Math.min(...acknowledged) >= 20) killTree(first.process);
		}
	});
	await Promise.allSettled(posting);

	const second = await startLocalServer({ port: await freePort(), state, output: "ignore" });
	try {
		for (const [session, events] of acknowledged.entries()) {
			const { event_count } = await call(`${second.url}/v1/sessions/s${session}/mood`, key, "GET");
			expect(event_count).toBeGreaterThanOrEqual(events);
			// At most the one that was under way can have been stored without an answer.
			expect(event_count).toBeLessThanOrEqual(events + 1);
		}
		const analytics = await call(`${second.url}/v1/analytics/moods`, key, "GET");
		expect(analytics.total_sessions).toBe(SESSIONS);
	} finally {
		killTree(second.process);
		await rm(state, { recursive: true, force: true });
	}
});
