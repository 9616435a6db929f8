import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newPersonToken } from "../../scripts/chaos/world.ts";
import { compactState } from "../../scripts/compact-state.ts";
import { freePort } from "../../scripts/free-port.ts";
import { startLocalServer } from "../../scripts/local-server.ts";

const note = readFileSync(new URL("../voice/fixtures/note.webm", import.meta.url));

let state: string;
beforeAll(async () => {
	state = await mkdtemp(join(tmpdir(), "undertone-erasure-"));
});
afterAll(() => rm(state, { recursive: true, force: true }));

async function call(url: string, method: string, headers: Record<string, string>, body?: string | FormData) {
	const response = await fetch(url, { method, headers, ...(body !== undefined && { body }) });
	expect(response.ok, `${method} ${url}: ${response.status}`).toBe(true);
	// biome-ignore lint/suspicious/noExplicitAny: a test looks into bodies of every shape
	return response.json() as Promise<any>;
}

/** Which of these texts, or bytes, any file of the state holds. */
function found(secrets: Readonly<Record<string, string | Buffer>>): string[] {
	const files = readdirSync(state, { recursive: true, withFileTypes: true, encoding: "utf8" })
		.filter((entry) => entry.isFile())
		.map((entry) => readFileSync(join(entry.parentPath, entry.name)));
	return Object.keys(secrets).filter((name) => files.some((bytes) => bytes.includes(secrets[name] ?? "")));
}

it("leaves no byte of an erased account, session or person in the state, once it is compacted", async () => {
	const server = await startLocalServer({ port: await freePort(), state, output: "ignore" });
	const { url } = server;
	const mark = () => crypto.randomUUID();
	const secrets: Record<string, string | Buffer> = {
		"a customer's name": mark(),
		"a session id": mark(),
		"what a page said": mark(),
		"a session id of the account": mark(),
		"a note": mark(),
		"a recording": note.subarray(5_000, 5_200),
	};
	const json = { "Content-Type": "application/json" };
	try {
		const { api_key: key } = await call(
			`${url}/v1/keys/generate`,
			"POST",
			{},
			JSON.stringify({ customer_name: secrets["a customer's name"], email: "erase@example.com" }),
		);
		const asAccount = { "X-Api-Key": key };
		const event = JSON.stringify({ type: "error", message: secrets["what a page said"] });
		const session = `${url}/v1/sessions/${secrets["a session id"]}`;
		const other = `${url}/v1/sessions/${secrets["a session id of the account"]}`;
		await call(`${session}/events`, "POST", asAccount, event);
		await call(`${other}/events`, "POST", asAccount, event);

		const asPerson = { Authorization: `Bearer ${await newPersonToken()}` };
		await call(`${url}/api/settings/consent`, "POST", { ...asPerson, ...json }, '{"consent":true}');
		const form = new FormData();
		form.set("audio", new File([note], "note.webm", { type: "audio/webm" }));
		form.set("language", "en");
		form.set("duration", "40");
		const { data } = await call(`${url}/api/moods`, "POST", asPerson, form);
		const change = JSON.stringify({ selectedEmoji: "😌", note: secrets["a note"] });
		await call(`${url}/api/moods/${data.id}`, "PATCH", { ...asPerson, ...json }, change);
		secrets["an entry's id"] = data.id;
		expect(found(secrets).sort()).toEqual(Object.keys(secrets).sort());

		await call(session, "DELETE", asAccount);
		await call(`${url}/v1/account`, "DELETE", asAccount);
		await call(`${url}/api/account`, "DELETE", asPerson);
	} finally {
		await server.stop();
	}
	// The account's other session is erased by an alarm, which goes on when a server runs again.
	for (let attempt = 0; attempt < 5; attempt++) {
		compactState(state);
		if (found(secrets).length === 0) break;
		const again = await startLocalServer({ port: await freePort(), state, output: "ignore" });
		await new Promise((resolve) => setTimeout(resolve, 2_000));
		await again.stop();
	}
	compactState(state);
	expect(found(secrets)).toEqual([]);
});
