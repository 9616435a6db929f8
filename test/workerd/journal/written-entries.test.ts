import { describe, expect, it } from "vitest";
import { testApi } from "../../support/api.ts";
import { addEntry, newPerson, TODAY } from "../../support/journal.ts";

const api = testApi();

describe("POST /api/moods with JSON", () => {
	it("makes an entry without a recording", async () => {
		const me = await newPerson(api);
		const body = {
			selectedEmoji: "😊",
			activityKeys: ["social", "exercise", "social"],
			note: " By the river. ",
		};
		const made = await me.request("POST", "/api/moods", { body });
		expect(made.status).toBe(201);
		expect(made.body.data).toMatchObject({
			entryDate: TODAY,
			dayOfWeek: "Mon",
			selectedEmoji: "😊",
			activities: [{ key: "exercise" }, { key: "social" }],
			note: "By the river.",
			duration: 0,
			emotionScores: [],
			adjustment: null,
		});
		expect(made.body.data).not.toHaveProperty("reliability");
		expect((await me.get(`/api/moods/date/${TODAY}`)).body).toEqual(made.body);
		expect((await me.get("/api/progress/mood-counts")).body.data).toEqual({
			moodCounts: { "😊": 1 },
			totalEntries: 1,
		});
	});

	it("takes the thirty days before today and no others", async () => {
		const me = await newPerson(api);
		const on = (entryDate: string) =>
			me.request("POST", "/api/moods", { body: { selectedEmoji: "😌", entryDate } });
		expect(await on("2026-04-04")).toMatchObject({
			status: 201,
			body: { data: { entryDate: "2026-04-04" } },
		});
		expect(await on("2026-04-03")).toMatchObject({
			status: 400,
			body: { error: "2026-04-03 is too long ago: the first day that can be added is 2026-04-04" },
		});
		expect(await on("2026-05-05")).toMatchObject({
			status: 400,
			body: { error: "2026-05-05 is still to come: today is 2026-05-04 in your time zone" },
		});
		expect((await on("2026-04-31")).status).toBe(400);
		expect((await me.get("/api/moods")).body.data).toHaveLength(1);
	});

	it("refuses an empty entry, an unknown activity and a second entry of the day", async () => {
		const me = await newPerson(api);
		const post = (body: unknown) => me.request("POST", "/api/moods", { body });
		expect(await post({ note: "  ", activityKeys: ["work"] })).toMatchObject({
			status: 400,
			body: { error: "An entry without a recording needs an emoji, a note or both" },
		});
		expect(await post({ selectedEmoji: "😌", activityKeys: ["flying"] })).toMatchObject({
			status: 400,
			body: { error: "activityKeys: There is no activity flying" },
		});
		expect(await post("{")).toMatchObject({ status: 400, body: { code: "invalid_json" } });
		expect((await me.get("/api/moods")).body.data).toEqual([]);
		expect((await post({ note: "Rain" })).status).toBe(201);
		expect(await post({ note: "Sun" })).toMatchObject({
			status: 409,
			body: { error: "There is already a mood entry for today" },
		});
		await addEntry(me, { date: "2026-05-01" });
		expect(await post({ note: "Sun", entryDate: "2026-05-01" })).toMatchObject({
			status: 409,
			body: { error: "There is already a mood entry for 2026-05-01" },
		});
	});

	it("makes one entry of several at once", async () => {
		const me = await newPerson(api);
		const posts = Array.from({ length: 6 }, (_, i) =>
			me.request("POST", "/api/moods", { body: { note: `Note ${i}`, activityKeys: ["work"] } }),
		);
		const statuses = (await Promise.all(posts)).map(({ status }) => status).sort();
		expect(statuses).toEqual([201, 409, 409, 409, 409, 409]);
		const { body } = await me.get("/api/moods");
		expect(body.data).toMatchObject([{ activities: [{ key: "work" }] }]);
	});

	it("raises the alert that the new mood calls for", async () => {
		const me = await newPerson(api);
		for (const entryDate of ["2026-04-30", "2026-05-01", "2026-05-02", "2026-05-03", TODAY])
			await me.request("POST", "/api/moods", { body: { selectedEmoji: "😢", entryDate } });
		const { body } = await me.get("/api/progress/alerts");
		expect(JSON.stringify(body.data)).toContain("consecutive_low");
	});

	it("refuses a stranger and a body that is too large", async () => {
		const me = await newPerson(api);
		const body = { note: "Hello" };
		expect((await api.request("POST", "/api/moods", { body })).status).toBe(401);
		expect((await me.request("POST", "/api/moods", { body: { note: "x".repeat(70_000) } })).status).toBe(400);
		expect((await me.request("POST", "/api/moods", { body: { note: "x".repeat(20_001) } })).status).toBe(400);
	});
});

describe("GET /api/moods?search=", () => {
	it("finds entries by the words of their notes, and only one's own", async () => {
		const me = await newPerson(api);
		const stranger = await newPerson(api);
		const notes = [
			[TODAY, "Walked home by the River with Asha."],
			["2026-05-03", "100 % rain, no walk"],
			["2026-05-02", "नदी के किनारे टहला"],
		] as const;
		for (const [entryDate, note] of notes)
			await me.request("POST", "/api/moods", { body: { note, entryDate } });
		await me.request("POST", "/api/moods", { body: { selectedEmoji: "😌", entryDate: "2026-05-01" } });
		await stranger.request("POST", "/api/moods", { body: { note: "The river is mine" } });
		const days = async (search: string) => {
			const { status, body } = await me.get(`/api/moods?search=${encodeURIComponent(search)}`);
			expect(status, search).toBe(200);
			return (body.data as { entryDate: string }[]).map(({ entryDate }) => entryDate);
		};
		expect(await days("river")).toEqual([TODAY]);
		expect(await days(" asha  walk ")).toEqual([TODAY]);
		expect(await days("walk")).toEqual([TODAY, "2026-05-03"]);
		expect(await days("नदी टहला")).toEqual(["2026-05-02"]);
		expect(await days("%")).toEqual(["2026-05-03"]);
		expect(await days("r_in")).toEqual([]);
		expect(await days("rain' or 1=1 --")).toEqual([]);
		expect(await days("x".repeat(200))).toEqual([]);
		expect((await me.get("/api/moods?search=%20")).status).toBe(400);
		expect((await me.get(`/api/moods?search=${"x".repeat(201)}`)).status).toBe(400);
		const { body } = await me.get("/api/moods?search=walk&endDate=2026-05-03");
		expect(body.data).toHaveLength(1);
	});
});
