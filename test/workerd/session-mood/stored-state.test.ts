import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { accountIdOf, NOW, newAccount, testApi } from "../../support/api.ts";

const api = testApi();
let key: string;
let account: string;
beforeEach(async () => {
	api.now = NOW;
	key = await newAccount(api);
	account = await accountIdOf(key);
});

const session = (id: string) => env.SESSION.getByName(`${account}:${id}`);
const TYPES = ["click", "error", "rage_click", "scroll", "page_view", "input_pause", "backtrack"];
const post = (id: string, batch: number) =>
	api.request("POST", `/v1/sessions/${id}/events`, {
		key,
		body: {
			events: [0, 1, 2].map((i) => ({
				type: TYPES[(batch * 3 + i * i) % TYPES.length],
				// Every fourth batch is late.
				ts: NOW / 1000 + batch * 5 + i - (batch % 4 === 0 ? 12 : 0),
				x: 10 * i,
				y: batch,
			})),
		},
	});
const mood = async (id: string, model: string) => {
	const { body } = await api.request("GET", `/v1/sessions/${id}/mood?model=${model}&explain=true`, { key });
	return { ...body, session_id: "" };
};
const wholeRows = (id: string) =>
	runInDurableObject(session(id), (_, { storage }) =>
		storage.sql
			.exec<{ id: number }>("SELECT id FROM batches WHERE json_extract(state, '$.models.intent') IS NOT NULL")
			.toArray()
			.map((row) => row.id),
	);

describe("a session's stored state", () => {
	it("stands whole in every sixteenth row, and is the same after an eviction at any of them", async () => {
		for (let batch = 0; batch < 36; batch++) {
			api.now = NOW + batch * 5_000;
			await post("kept", batch);
			await post("evicted", batch);
			await evictDurableObject(session("evicted"));
			for (const model of ["intent", "engagement"])
				expect(await mood("evicted", model)).toEqual(await mood("kept", model));
		}
		expect(await wholeRows("kept")).toEqual([1, 17, 33]);
		expect(await wholeRows("evicted")).toEqual([1, 17, 33]);
	});

	it("is made again from the events when no row has it whole", async () => {
		for (let batch = 0; batch < 20; batch++) await post("s", batch);
		const before = await mood("s", "intent");
		await runInDurableObject(session("s"), (_, { storage }) => {
			storage.sql.exec("UPDATE batches SET state = json_set(state, '$.models', json('{}'))");
		});
		await evictDurableObject(session("s"));
		expect(await mood("s", "intent")).toEqual(before);
		await post("s", 20);
		expect(await wholeRows("s")).toEqual([21]);
	});
});
