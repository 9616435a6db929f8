import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { ACCOUNT_MIGRATIONS } from "../../../src/session-mood/account/account-ledger.ts";
import { SESSION_MIGRATIONS } from "../../../src/session-mood/session/session-migrations.ts";
import { migrate } from "../../../src/session-mood/storage-migrations.ts";
import { accountIdOf, newAccount, testApi } from "../../support/api.ts";

const api = testApi();
let key: string;
let account: string;
beforeEach(async () => {
	key = await newAccount(api);
	account = await accountIdOf(key);
});

const post = (session: string, ...types: string[]) =>
	api.request("POST", `/v1/sessions/${session}/events`, {
		key,
		body: { events: types.map((type) => ({ type })) },
	});
const session = (id: string) => env.SESSION.getByName(`${account}:${id}`);
const columnsOf = (storage: DurableObjectStorage, table: string) =>
	storage.sql
		.exec<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`)
		.toArray()
		.map(({ name }) => name);

/** A step that does not exist yet, as the next one will be written. */
const NEXT = ["ALTER TABLE batches ADD COLUMN note TEXT NOT NULL DEFAULT ''"];

describe("the tables of an object", () => {
	it("of before versions were kept go on, with all their rows", async () => {
		await post("s", "click", "error");
		await runInDurableObject(session("s"), (_, { storage }) => {
			expect(storage.kv.get("schema_version")).toBeUndefined();
		});
		await evictDurableObject(session("s"));
		expect((await post("s", "click")).body.total_events).toBe(3);
	});

	it("carry old rows through a further step, which is taken once", async () => {
		await post("s", "click", "error");
		await post("s", "click");
		await runInDurableObject(session("s"), (_, { storage }) => {
			const before = storage.sql.exec("SELECT id, events, state FROM batches ORDER BY id").toArray();
			migrate(storage, [...SESSION_MIGRATIONS, NEXT]);
			migrate(storage, [...SESSION_MIGRATIONS, NEXT]);
			expect(columnsOf(storage, "batches")).toContain("note");
			expect(storage.sql.exec("SELECT id, events, state FROM batches ORDER BY id").toArray()).toEqual(before);
			expect(storage.sql.exec("SELECT note FROM batches").toArray()).toEqual([{ note: "" }, { note: "" }]);
		});
		await evictDurableObject(session("s"));
		expect((await post("s", "click")).body.total_events).toBe(4);
	});

	it("take all steps that are missing or none: a step that fails leaves what was there", async () => {
		await post("s", "click");
		await runInDurableObject(session("s"), (_, { storage }) => {
			expect(() =>
				migrate(storage, [...SESSION_MIGRATIONS, NEXT, ["ALTER TABLE nothing ADD COLUMN x"]]),
			).toThrow();
			expect(columnsOf(storage, "batches")).not.toContain("note");
		});
		expect((await post("s", "click")).body.total_events).toBe(2);
	});

	it("of a new object take every step at once", async () => {
		await runInDurableObject(session("new"), (_, { storage }) => {
			migrate(storage, [...SESSION_MIGRATIONS, NEXT]);
			expect(columnsOf(storage, "batches")).toContain("note");
			expect(storage.kv.get("schema_version")).toBe(2);
		});
	});

	it("of an account carry its counts through a further step", async () => {
		await post("s", "click");
		await runInDurableObject(env.ACCOUNT.getByName(account), (object, { storage }) => {
			migrate(storage, [...ACCOUNT_MIGRATIONS, ["ALTER TABLE sessions ADD COLUMN note INTEGER"]]);
			expect(columnsOf(storage, "sessions")).toContain("note");
			expect(object.tallies("intent").totalSessions).toBe(1);
		});
	});

	it("begin anew after an erasure", async () => {
		await post("s", "click");
		await runInDurableObject(session("s"), (_, { storage }) =>
			migrate(storage, [...SESSION_MIGRATIONS, NEXT]),
		);
		await api.request("DELETE", "/v1/sessions/s", { key });
		expect((await post("s", "click")).body.total_events).toBe(1);
		await runInDurableObject(session("s"), (_, { storage }) => {
			expect(columnsOf(storage, "batches")).not.toContain("note");
			expect(storage.kv.get("schema_version")).toBeUndefined();
		});
	});
});
