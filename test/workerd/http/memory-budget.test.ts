import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { Hono } from "hono";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Fault } from "../../../src/errors.ts";
import { withinMemory } from "../../../src/http/middleware/memory-budget.ts";
import type { AppEnv } from "../../../src/http/router.ts";

const MIB = 1024 * 1024;

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => vi.useRealTimers());

/** An app whose requests end when they are told to. */
function slowApp() {
	const working: (() => void)[] = [];
	const app = new Hono<AppEnv>()
		.post("/", withinMemory(10 * MIB), async (c) => {
			await new Promise<void>((resolve) => working.push(resolve));
			return c.text("done");
		})
		.onError((error, c) =>
			error instanceof Fault && error.problem.code === "unavailable"
				? c.text(`busy, again in ${error.problem.retryAfterSeconds} s`, 503)
				: c.text(String(error), 500),
		);
	const post = (bytes: number) =>
		app.request(
			"/",
			{ method: "POST", headers: { "Content-Length": String(bytes) } },
			env,
			createExecutionContext(),
		);
	return { post, working };
}

it("lets small bodies in at once and large ones one after the other", async () => {
	const { post, working } = slowApp();
	const [first, second, small] = [post(10 * MIB), post(10 * MIB), post(MIB)];
	await vi.advanceTimersByTimeAsync(1_000);
	expect(working).toHaveLength(2);
	for (const end of working.splice(0)) end();
	expect([(await first).status, (await small).status]).toEqual([200, 200]);
	await vi.advanceTimersByTimeAsync(1_000);
	expect(working).toHaveLength(1);
	working[0]?.();
	expect((await second).status).toBe(200);
});

it("tells a request that would wait too long when to come back, and makes room again", async () => {
	const { post, working } = slowApp();
	const [first, second] = [post(10 * MIB), post(10 * MIB)];
	await vi.advanceTimersByTimeAsync(21_000);
	expect(await (await second).text()).toBe("busy, again in 5 s");
	working[0]?.();
	expect((await first).status).toBe(200);
	const third = post(10 * MIB);
	await vi.advanceTimersByTimeAsync(0);
	expect(working).toHaveLength(2);
	working[1]?.();
	expect((await third).status).toBe(200);
});
