import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { type Context, contextOf } from "../../../src/context.ts";
import { sweepRecordings } from "../../../src/journal/recordings/sweep-recordings.ts";
import { doJournalChores } from "../../../src/journal/scheduled.ts";
import { erasures, moodEntries, userSettings } from "../../../src/journal/tables.ts";
import { journalErasure } from "../../../src/journal/your-data/erasure.ts";
import { testApi } from "../../support/api.ts";
import { addEntries, addEntry, bytesOf, newPerson, type Person, TODAY } from "../../support/journal.ts";

const api = testApi();
const audio = { bytes: bytesOf(10), contentType: "audio/ogg" };
/** Objects are as old as the real clock says; a sweep in an hour and a half finds all of them old enough. */
const later = (): number => Date.now() + 5_400_000;
const contextAt = (now: number): Context => ({ ...contextOf(env), now: () => now });
const chores = () =>
	doJournalChores(contextAt(later()), {
		erasure: journalErasure,
		fetcher: () => Promise.reject(new Error("no network")),
	});
const objectsOf = async (me: Person) =>
	(await env.RECORDINGS.list({ prefix: `recordings/${me.id}/` })).objects.map(({ key }) => key);
const storing = async () => {
	const me = await newPerson(api);
	await me.request("PATCH", "/api/settings", { body: { audioStorageEnabled: true } });
	return me;
};

describe("the sweep of recordings", () => {
	it("deletes what no entry refers to, once it is old enough", async () => {
		const me = await storing();
		await addEntry(me, { date: TODAY, audio });
		const [kept = ""] = await objectsOf(me);
		await env.RECORDINGS.put(`recordings/${me.id}/left-by-a-crash`, "x");
		await sweepRecordings(contextAt(Date.now()));
		expect(await objectsOf(me)).toHaveLength(2);
		await chores();
		expect(await objectsOf(me)).toEqual([kept]);
	});

	it("deletes a recording that came in while storage was being switched off", async () => {
		const me = await storing();
		await me.request("PATCH", "/api/settings", { body: { audioStorageEnabled: false } });
		await addEntry(me, { date: TODAY, audio });
		await chores();
		expect(await objectsOf(me)).toEqual([]);
	});

	it("goes on where it stopped, and comes round", async () => {
		const me = await storing();
		const keys = Array.from({ length: 520 }, (_, i) => `recordings/${me.id}/${String(i).padStart(4, "0")}`);
		for (let i = 0; i < keys.length; i += 65) {
			await Promise.all(keys.slice(i, i + 65).map((key) => env.RECORDINGS.put(key, "x")));
		}
		const context = contextAt(later());
		let deleted = 0;
		for (let round = 0; round < 3; round++) deleted += await sweepRecordings(context);
		expect(deleted).toBeGreaterThanOrEqual(520);
		expect(await objectsOf(me)).toEqual([]);
	});
});

describe("what was cut off", () => {
	it("is finished: deleting recordings after storage was switched off", async () => {
		const me = await storing();
		await addEntries(me, [
			{ date: TODAY, audio },
			{ date: "2026-05-01", audio },
		]);
		const { db } = contextOf(env);
		const cutOff = { audioStorageEnabled: false, recordingsToDelete: true };
		await db.update(userSettings).set(cutOff).where(eq(userSettings.userId, me.id));
		await chores();
		expect(await objectsOf(me)).toEqual([]);
		const rows = await db
			.select({ key: moodEntries.audioKey })
			.from(moodEntries)
			.where(eq(moodEntries.userId, me.id));
		expect(rows).toEqual([{ key: null }, { key: null }]);
	});

	it("is finished before storage is switched on again, so nothing new is deleted", async () => {
		const me = await storing();
		await addEntry(me, { date: "2026-05-01", audio });
		const { db } = contextOf(env);
		const cutOff = { audioStorageEnabled: false, recordingsToDelete: true };
		await db.update(userSettings).set(cutOff).where(eq(userSettings.userId, me.id));
		await me.request("PATCH", "/api/settings", { body: { audioStorageEnabled: true } });
		expect(await objectsOf(me)).toEqual([]);
		await addEntry(me, { date: TODAY, audio });
		await chores();
		expect(await objectsOf(me)).toHaveLength(1);
	});

	it("is finished: erasing an account", async () => {
		const me = await storing();
		await addEntries(me, [
			{ date: TODAY, audio },
			{ date: "2026-05-01", emoji: "😊" },
		]);
		const { db } = contextOf(env);
		await db.insert(erasures).values({ userId: me.id, requestedAt: new Date(), erased: {} });
		await chores();
		expect(await objectsOf(me)).toEqual([]);
		expect((await me.get("/api/moods")).body.data).toEqual([]);
		expect(await db.select().from(erasures).where(eq(erasures.userId, me.id))).toEqual([]);
	});

	it("is finished: deciding about alerts", async () => {
		const me = await storing();
		await addEntries(me, [
			{ date: "2026-05-03", emoji: "😊" },
			{ date: TODAY, emoji: "😢" },
		]);
		await contextOf(env).db.update(userSettings).set({ revision: 1 }).where(eq(userSettings.userId, me.id));
		await chores();
		expect((await me.get("/api/progress/alerts")).body.data).toMatchObject([{ alertType: "sudden_drop" }]);
	});

	it("does not keep other chores from being done when one fails", async () => {
		const me = await storing();
		await env.RECORDINGS.put(`recordings/${me.id}/left-by-a-crash`, "x");
		const { db } = contextOf(env);
		await db.insert(erasures).values({ userId: "erase-me", requestedAt: new Date(), erased: {} });
		const failing = { name: "entries", eraseSome: () => Promise.reject(new Error("down")) };
		const run = doJournalChores(contextAt(later()), { erasure: [failing], fetcher: fetch });
		await expect(run).rejects.toThrow("journal chores failed");
		expect(await objectsOf(me)).toEqual([]);
		await db.delete(erasures).where(eq(erasures.userId, "erase-me"));
	});
});
