import { env } from "cloudflare:workers";
import { strFromU8, unzipSync, zipSync } from "fflate";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { createApp } from "../../../src/app.ts";
import { contextOf } from "../../../src/context.ts";
import { erasures } from "../../../src/journal/tables.ts";
import { eraseAccount, journalErasure } from "../../../src/journal/your-data/erasure.ts";
import { NOW, testApi } from "../../support/api.ts";
import { addEntries, addEntry, bytesOf, newPerson, type Person, TODAY } from "../../support/journal.ts";
import { userToken } from "../../support/tokens.ts";

const api = testApi();
const app = createApp(() => NOW);
/** Begins as a WebM file does: what is restored must be a recording by its bytes. */
const bytes = bytesOf(5000);
bytes.set([0x1a, 0x45, 0xdf, 0xa3]);
const audio = { bytes, contentType: "audio/webm;codecs=opus" };

async function download(me: Person, format: string): Promise<Uint8Array> {
	const headers = { Authorization: `Bearer ${await userToken(me.id)}` };
	const response = await app.request(`https://api.test/api/export?format=${format}`, { headers }, env);
	expect(response.status).toBe(200);
	expect(response.headers.get("Content-Disposition")).toBe(
		`attachment; filename="undertone-journal.${format}"`,
	);
	return new Uint8Array(await response.arrayBuffer());
}

async function upload(me: Person, type: string, body: string | Uint8Array, query = "") {
	const headers = { Authorization: `Bearer ${await userToken(me.id)}`, "Content-Type": type };
	const response = await app.request(
		`https://api.test/api/import${query}`,
		{ method: "POST", headers, body },
		env,
	);
	// biome-ignore lint/suspicious/noExplicitAny: a test looks into bodies of every shape
	return { status: response.status, body: (await response.json()) as any };
}

/** Someone with something of everything. */
async function livedInJournal(): Promise<Person> {
	const me = await newPerson(api);
	await me.request("PATCH", "/api/settings", {
		body: {
			audioStorageEnabled: true,
			timezone: "America/New_York",
			preferredLanguage: "hi",
			reminderEnabled: true,
		},
	});
	await me.request("PATCH", "/api/settings", {
		body: { timezone: "Pacific/Kiritimati", interventionThreshold: 3 },
	});
	const seeds = ["😊", "😢", "😠", "😰", null].map((emoji, i) => ({
		date: `2026-05-0${i + 1}`,
		emoji,
		activities: i % 2 === 0 ? ["work", "music"] : [],
	}));
	await addEntries(me, seeds.slice(0, 4));
	const id = await addEntry(me, { date: "2026-05-05", audio, activities: ["sleep"] });
	await me.request("PATCH", `/api/moods/${id}`, { body: { selectedEmoji: "😢" } });
	const [alert] = (await me.get("/api/progress/alerts")).body.data;
	await me.request("POST", `/api/progress/alerts/${alert.id}/dismiss`);
	return me;
}

describe("GET /api/export", () => {
	it("gives one document with everything, entries in order", async () => {
		const me = await livedInJournal();
		const document = JSON.parse(strFromU8(await download(me, "json")));
		expect(document).toMatchObject({
			format: "undertone-journal",
			version: 1,
			exportedAt: new Date(NOW).toISOString(),
			settings: { timezone: "Pacific/Kiritimati", interventionThreshold: 3, audioStorageConsent: true },
			consents: [{ granted: true, source: "settings" }],
			zoneChanges: [{ fromTimezone: "America/New_York", fromDate: "2026-05-04", toDate: "2026-05-05" }],
			alerts: [{ alertType: "consecutive_low", dismissedAt: new Date(NOW).toISOString() }],
		});
		expect(document.entries.map(({ entryDate }: { entryDate: string }) => entryDate)).toEqual(
			[1, 2, 3, 4, 5].map((day) => `2026-05-0${day}`),
		);
		expect(document.entries[4]).toMatchObject({
			activityKeys: ["sleep"],
			recording: { file: "recordings/2026-05-05.webm", contentType: "audio/webm;codecs=opus", size: 5000 },
		});
		expect(document.entries[4].emotionScores).toHaveLength(8);
	});

	it("gives a table in which no cell is a formula", async () => {
		const me = await newPerson(api);
		await env.DB.prepare(
			"insert into activities values ('=1+1', 'x', 'x', '#000000', 99) on conflict do nothing",
		).run();
		const id = await addEntry(me, { date: TODAY, emoji: "😊", activities: ["=1+1", "work"] });
		const text = strFromU8(await download(me, "csv"));
		await me.request("DELETE", `/api/moods/${id}`);
		await env.DB.prepare("delete from activities where key = '=1+1'").run();
		const [header, row] = Papa.parse<string[]>(text.replace("\uFEFF", ""), { skipEmptyLines: true }).data;
		expect(header?.slice(0, 5)).toEqual(["date", "weekday", "mood", "level", "activities"]);
		expect(row?.slice(0, 5)).toEqual([TODAY, "Mon", "😊", "7", "'=1+1; work"]);
	});

	it("says how reliable each reading is, where that is known", async () => {
		const me = await newPerson(api);
		await addEntries(me, [
			{ date: "2026-05-01" },
			{ date: "2026-05-02", reliability: "low" },
			{ date: "2026-05-03", reliability: "high" },
		]);
		const document = JSON.parse(strFromU8(await download(me, "json")));
		const known = document.entries.map(({ reliability }: { reliability?: string }) => reliability);
		expect(known).toEqual([undefined, "low", "high"]);
		const table = strFromU8(await download(me, "csv")).replace("\uFEFF", "");
		const [header, ...rows] = Papa.parse<string[]>(table, { skipEmptyLines: true }).data;
		const column = header?.indexOf("reliability") ?? -1;
		expect(rows.map((row) => row[column])).toEqual(["", "low", "high"]);
		await me.request("DELETE", "/api/account");
		await upload(me, "application/json", JSON.stringify(document));
		expect(JSON.parse(strFromU8(await download(me, "json"))).entries).toEqual(document.entries);
	});

	it("gives an archive with the recordings", async () => {
		const me = await livedInJournal();
		const files = unzipSync(await download(me, "zip"));
		expect(Object.keys(files).sort()).toEqual(["entries.csv", "journal.json", "recordings/2026-05-05.webm"]);
		expect(files["recordings/2026-05-05.webm"]).toEqual(bytes);
		expect(JSON.parse(strFromU8(files["journal.json"] ?? new Uint8Array())).entries).toHaveLength(5);
	});

	it("takes a period, and pages through many entries", async () => {
		const me = await newPerson(api);
		const dates = Array.from({ length: 205 }, (_, i) =>
			new Date(Date.UTC(2025, 0, 1 + i)).toISOString().slice(0, 10),
		);
		await addEntries(
			me,
			dates.map((date) => ({ date })),
		);
		const all = await me.get("/api/export");
		expect(all.body.entries.map(({ entryDate }: { entryDate: string }) => entryDate)).toEqual(dates);
		const some = await me.get("/api/export?startDate=2025-01-03&endDate=2025-01-04");
		expect(some.body.entries).toHaveLength(2);
	});

	it("refuses unknown formats, impossible dates, and callers without a token", async () => {
		const me = await newPerson(api);
		for (const query of ["format=xml", "startDate=2024-02-30", "startDate=2026-02-02&endDate=2026-02-01"]) {
			expect((await me.get(`/api/export?${query}`)).status, query).toBe(400);
		}
		expect((await api.request("GET", "/api/export")).status).toBe(401);
	});
});

describe("export, erase, import", () => {
	it("gives the same journal by the archive, recordings and all", async () => {
		const me = await livedInJournal();
		const before = await download(me, "zip");
		const beforeJson = strFromU8(await download(me, "json"));
		await me.request("DELETE", "/api/account");
		expect((await me.get("/api/moods")).body.data).toEqual([]);
		const { status, body } = await upload(me, "application/zip", before);
		expect(status).toBe(200);
		expect(body.data).toEqual({
			imported: 5,
			skipped: 0,
			unknownActivities: [],
			settingsRestored: true,
			recordingsStored: 1,
			recordingsLeftOut: [],
		});
		expect(JSON.parse(strFromU8(await download(me, "json")))).toEqual(JSON.parse(beforeJson));
		expect(unzipSync(await download(me, "zip"))["recordings/2026-05-05.webm"]).toEqual(bytes);
		expect((await me.get("/api/progress/alerts")).body.data).toEqual([]);
	});

	it("keeps no recording on a consent that is in no ledger", async () => {
		const me = await livedInJournal();
		const document = JSON.parse(strFromU8(await download(me, "json")));
		await me.request("DELETE", "/api/account");
		await upload(me, "application/json", JSON.stringify({ ...document, consents: [] }));
		expect((await me.get("/api/settings")).body.data).toMatchObject({
			audioStorageEnabled: false,
			audioStorageConsent: null,
			consentGivenAt: null,
			interventionThreshold: 3,
		});
	});

	it("overwrites nothing, and a second time changes nothing", async () => {
		const me = await livedInJournal();
		const before = strFromU8(await download(me, "json"));
		const { body } = await upload(me, "application/json", before);
		expect(body.data).toMatchObject({ imported: 0, skipped: 5, settingsRestored: false });
		expect(strFromU8(await download(me, "json"))).toBe(before);
	});

	it("gives someone else who imports the file entries of their own", async () => {
		const me = await livedInJournal();
		const other = await newPerson(api);
		const file = strFromU8(await download(me, "json"));
		expect((await upload(other, "application/json", file)).body.data).toMatchObject({ imported: 5 });
		const ids = (entries: { id: string }[]) => new Set(entries.map(({ id }) => id));
		const mine = ids((await me.get("/api/moods")).body.data);
		const theirs = ids((await other.get("/api/moods")).body.data);
		expect(theirs.size).toBe(5);
		expect(mine.isDisjointFrom(theirs)).toBe(true);
	});

	it("writes each day once when the file comes several times at once", async () => {
		const me = await livedInJournal();
		const file = strFromU8(await download(me, "json"));
		await me.request("DELETE", "/api/account");
		const answers = await Promise.all([1, 2, 3].map(() => upload(me, "application/json", file)));
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(answers.reduce((sum, { body }) => sum + body.data.imported, 0)).toBe(5);
		expect((await me.get("/api/moods")).body.data).toHaveLength(5);
	});

	it("takes a ledger of thousands of lines, in its order", async () => {
		const me = await newPerson(api);
		const document = JSON.parse(strFromU8(await download(await livedInJournal(), "json")));
		const line = { ...document.consents[0], wordingVersion: "x".repeat(60) };
		const consents = Array.from({ length: 10_000 }, (_, i) => ({ ...line, granted: i % 2 === 0 }));
		expect((await upload(me, "application/json", JSON.stringify({ ...document, consents }))).status).toBe(
			200,
		);
		expect(JSON.parse(strFromU8(await download(me, "json"))).consents).toEqual(consents);
	});

	it("refuses what is no journal and writes nothing", async () => {
		const me = await newPerson(api);
		const document = JSON.parse(strFromU8(await download(await livedInJournal(), "json")));
		const changed = (change: object) => JSON.stringify({ ...document, ...change });
		const entry = document.entries[0];
		const wrong: [string, string | Uint8Array][] = [
			["application/json", "{"],
			["application/json", "[]"],
			["application/json", changed({ version: 2 })],
			["application/json", changed({ entries: [{ ...entry, entryDate: "2026-02-30" }] })],
			["application/json", changed({ entries: [{ ...entry, entryDate: "2099-01-01" }] })],
			["application/json", changed({ entries: [{ ...entry, entryDate: "0000-01-01" }] })],
			["text/csv", "full_date,mood\n0000-01-01,rad\n"],
			["application/json", changed({ entries: [{ ...entry, id: "../someone/else" }] })],
			["application/json", changed({ entries: [{ ...entry, reliability: "certain" }] })],
			[
				"application/json",
				changed({ entries: [{ ...entry, recording: { file: "x", contentType: "text/html", size: 1 } }] }),
			],
			["application/json", changed({ settings: { ...document.settings, timezone: "Mars/Olympus" } })],
			["application/zip", bytesOf(500)],
			["application/zip", zipSync({ "other.txt": bytesOf(3) })],
			["application/zip", zipSync({ "journal.json": bytesOf(3) })],
			["text/csv", "a,b\n1,2\n"],
			["text/plain", "hello"],
		];
		for (const [type, body] of wrong) {
			const answer = await upload(me, type, body);
			expect(answer.status, `${type} ${String(body).slice(0, 40)}`).toBe(400);
			expect(answer.body).toMatchObject({
				success: false,
				error: expect.any(String),
				details: expect.arrayContaining([{ field: expect.any(String), message: expect.any(String) }]),
			});
		}
		expect((await me.get("/api/moods")).body.data).toEqual([]);
		expect((await api.request("POST", "/api/import", { body: {} })).status).toBe(401);
	});

	it("refuses a body that is too large", async () => {
		const me = await newPerson(api);
		const { status, body } = await upload(me, "application/json", " ".repeat(16 * 1024 * 1024 + 1));
		expect(status).toBe(413);
		expect(body).toMatchObject({
			code: "payload_too_large",
			error: expect.stringContaining("a year at a time"),
		});
	});
});

describe("a journal from Daylio", () => {
	const csv = [
		"full_date,date,weekday,time,mood,activities,note_title,note",
		'2026-04-30,30 April,Thursday,21:15,good,"friends | reading",,',
		'2026-04-30,30 April,Thursday,8:00 AM,awful,"work | juggling",,"bad start, ""really"""',
		'2026-04-29,29 April,Wednesday,9:30 PM,meh,"",,',
		"",
	].join("\n");

	it("comes in with moods and activities by their names", async () => {
		const me = await newPerson(api);
		await addEntry(me, { date: "2026-04-29", emoji: "😌" });
		const { status, body } = await upload(me, "text/csv; charset=utf-8", csv);
		expect(status).toBe(200);
		expect(body.data).toEqual({
			imported: 1,
			skipped: 1,
			unknownActivities: ["juggling"],
			merged: 1,
			notesLeftOut: 0,
		});
		expect((await me.get("/api/moods")).body.data).toMatchObject([
			{
				entryDate: "2026-04-30",
				selectedEmoji: "😊",
				activities: [{ key: "social" }, { key: "work" }, { key: "reading" }],
				note: 'bad start, "really"',
				createdAt: "2026-04-30T15:45:00.000Z",
			},
			{ entryDate: "2026-04-29", selectedEmoji: "😌" },
		]);
		expect((await me.get("/api/progress/alerts")).body.data).toEqual([]);
	});

	it("asks about moods it does not know, and takes the answer", async () => {
		const me = await newPerson(api);
		const renamed = csv.replace("good", "Super");
		const { status, body } = await upload(me, "text/csv", renamed);
		expect(status).toBe(400);
		expect(body.details).toEqual([
			{ field: "moods", message: "Say which emoji these moods stand for: Super" },
		]);
		const query = `?moods=${encodeURIComponent('{"super":"🥰"}')}&activities=${encodeURIComponent('{"juggling":"sports"}')}`;
		expect((await upload(me, "text/csv", renamed, query)).body.data).toMatchObject({
			imported: 2,
			unknownActivities: [],
		});
		expect((await me.get("/api/moods/date/2026-04-30")).body.data.selectedEmoji).toBe("🥰");
		expect((await upload(me, "text/csv", renamed, "?moods=x")).status).toBe(400);
		expect((await upload(me, "text/csv", csv.replaceAll("2026-04-30", "soon"))).status).toBe(400);
	});
});

describe("DELETE /api/account", () => {
	const tables = [
		"mood_entries",
		"alerts",
		"consents",
		"zone_changes",
		"push_subscriptions",
		"user_settings",
		"erasures",
	];
	const rowsOf = async (me: Person) => {
		const counts = await env.DB.batch<{ n: number }>(
			tables.map((table) =>
				env.DB.prepare(`select count(*) as n from ${table} where user_id = ?`).bind(me.id),
			),
		);
		return counts.reduce((sum, { results }) => sum + (results[0]?.n ?? 0), 0);
	};

	it("erases every row and object, and says what it erased", async () => {
		const me = await livedInJournal();
		const other = await livedInJournal();
		const kept = await rowsOf(other);
		expect((await me.request("DELETE", "/api/account")).body).toEqual({
			success: true,
			data: {
				erased: {
					playbackLinks: 0,
					recordings: 1,
					entries: 5,
					alerts: 1,
					consents: 1,
					timeZoneChanges: 1,
					pushSubscriptions: 0,
					settings: 1,
					dialogs: 0,
				},
			},
		});
		expect(await rowsOf(me)).toBe(0);
		expect((await env.RECORDINGS.list({ prefix: `recordings/${me.id}/` })).objects).toEqual([]);
		const orphans = await env.DB.prepare(
			"select count(*) as n from entry_activities where entry_id not in (select id from mood_entries)",
		).first("n");
		expect(orphans).toBe(0);
		expect(await rowsOf(other)).toBe(kept);
		expect((await me.request("DELETE", "/api/account")).body.data.erased).toMatchObject({
			entries: 0,
			settings: 0,
		});
		expect((await api.request("DELETE", "/api/account")).status).toBe(401);
	});

	it("goes on where it was cut off, and counts what went before", async () => {
		const me = await livedInJournal();
		const context = contextOf(env);
		const [recordings, entries, ...others] = journalErasure;
		if (!recordings || !entries) throw new Error("there are steps");
		const cutOff = { name: "entries", eraseSome: async () => Promise.reject(new Error("cut off")) };
		await expect(eraseAccount(context, me.id, [recordings, cutOff, ...others])).rejects.toThrow("cut off");
		expect(await context.db.select({ userId: erasures.userId }).from(erasures)).toContainEqual({
			userId: me.id,
		});
		const { body } = await me.request("DELETE", "/api/account");
		expect(body.data.erased).toMatchObject({ recordings: 1, entries: 5, settings: 1 });
		expect(await rowsOf(me)).toBe(0);
	});

	it("may be asked for several times at once", async () => {
		const me = await livedInJournal();
		const answers = await Promise.all([1, 2, 3].map(() => me.request("DELETE", "/api/account")));
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(await rowsOf(me)).toBe(0);
	});
});
