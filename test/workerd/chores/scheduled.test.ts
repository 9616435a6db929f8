import { createScheduledController } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, expect, it, vi } from "vitest";
import worker from "../../../src/index.ts";
import { testApi } from "../../support/api.ts";
import { signedIn } from "../../support/vocabulary.ts";

const api = testApi();
afterEach(() => vi.restoreAllMocks());

const runSchedule = (bindings: object = {}) =>
	worker.scheduled(createScheduledController(), { ...env, ...bindings });
const begunErasure = (userId: string) =>
	env.DB.prepare("INSERT INTO erasures (user_id, requested_at, erased) VALUES (?, 0, '{}')")
		.bind(userId)
		.run();

it("finishes an erasure that was cut off, dialogs and all, and touches nobody else's", async () => {
	const [leaving, staying] = [await signedIn(api, "chores-leaving"), await signedIn(api, "chores-staying")];
	for (const person of [leaving, staying]) {
		const blocks = [{ speaker: "ANNA", text: "I am so happy" }];
		expect((await person("POST", "/dialogs", { title: "Draft", lang: "en", blocks })).status).toBe(201);
	}
	await begunErasure("chores-leaving");
	await runSchedule();
	expect((await leaving("GET", "/dialogs")).body).toEqual([]);
	expect((await staying("GET", "/dialogs")).body).toHaveLength(1);
	const unfinished = await env.DB.prepare("SELECT user_id FROM erasures").all();
	expect(unfinished.results).toEqual([]);
});

it("goes on with the other chores when one fails, and logs which without saying what it held", async () => {
	const log = vi.spyOn(console, "error").mockImplementation(() => {});
	const failing = {
		...env.RECORDINGS,
		list: () => Promise.reject(new Error("recordings/private-person")),
		delete: () => Promise.reject(new Error("recordings/private-person")),
	};
	await begunErasure("private-person");
	await runSchedule({ RECORDINGS: failing });
	const lines = log.mock.calls.map(([line]) => JSON.parse(String(line)));
	expect(lines.length).toBeGreaterThan(0);
	for (const line of lines) expect(line).toMatchObject({ level: "error", chore: "journal", error: "Error" });
	expect(JSON.stringify(lines)).not.toContain("private-person");
	await runSchedule();
});
