import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { testApi } from "../../support/api.ts";
import { addEntries, addEntry, bytesOf, newPerson, type Person, TODAY } from "../../support/journal.ts";

const api = testApi();
const notFound = { success: false, error: "Mood entry not found", code: "not_found" };

describe("PATCH /api/moods/:id", () => {
	it("selects an emoji and replaces the activities", async () => {
		const me = await newPerson(api);
		const id = await addEntry(me, { date: TODAY, activities: ["work"] });
		const { status, body } = await me.request("PATCH", `/api/moods/${id}`, {
			body: { selectedEmoji: "😊", activityKeys: ["social", "exercise", "social"] },
		});
		expect(status).toBe(200);
		expect(body).toEqual({
			success: true,
			data: {
				id,
				selectedEmoji: "😊",
				activities: [
					{ key: "exercise", activityKey: "exercise", id: "exercise", label: "Exercise", icon: "🏃" },
					{ key: "social", activityKey: "social", id: "social", label: "Social Time", icon: "👥" },
				],
				note: null,
			},
		});
	});

	it("leaves what is not given as it is, and takes an empty set", async () => {
		const me = await newPerson(api);
		const id = await addEntry(me, { date: TODAY, emoji: "😌", activities: ["work"] });
		const patch = (body: unknown) => me.request("PATCH", `/api/moods/${id}`, { body });
		expect((await patch({})).body.data).toMatchObject({ selectedEmoji: "😌", activities: [{ key: "work" }] });
		expect((await patch({ selectedEmoji: "👩🏽‍🚀" })).body.data).toMatchObject({
			selectedEmoji: "👩🏽‍🚀",
			activities: [{ key: "work" }],
		});
		expect((await patch({ activityKeys: [] })).body.data).toMatchObject({
			selectedEmoji: "👩🏽‍🚀",
			activities: [],
		});
	});

	it("takes a selection back, and the entry counts no more", async () => {
		const me = await newPerson(api);
		const id = await addEntry(me, { date: TODAY, emoji: "😌", activities: ["work"] });
		const { status, body } = await me.request("PATCH", `/api/moods/${id}`, { body: { selectedEmoji: null } });
		expect(status).toBe(200);
		expect(body.data).toMatchObject({ selectedEmoji: null, activities: [{ key: "work" }] });
		const { body: counts } = await me.get("/api/progress/mood-counts");
		expect(counts.data).toEqual({ moodCounts: {}, totalEntries: 0 });
	});

	it("refuses what is no single emoji and what is no activity, and changes nothing", async () => {
		const me = await newPerson(api);
		const id = await addEntry(me, { date: TODAY, emoji: "😌", activities: ["work"] });
		for (const selectedEmoji of ["", "happy", "😊😊", "1", "😊 ", 7]) {
			const { status, body } = await me.request("PATCH", `/api/moods/${id}`, { body: { selectedEmoji } });
			expect(status, String(selectedEmoji)).toBe(400);
			expect(body).toMatchObject({ success: false, details: [{ field: "selectedEmoji" }] });
		}
		const { status, body } = await me.request("PATCH", `/api/moods/${id}`, {
			body: { selectedEmoji: "😢", activityKeys: ["work", "flying"] },
		});
		expect(status).toBe(400);
		expect(body.details).toEqual([{ field: "activityKeys", message: "There is no activity flying" }]);
		const { body: after } = await me.get(`/api/moods/date/${TODAY}`);
		expect(after.data).toMatchObject({ selectedEmoji: "😌", activities: [{ key: "work" }] });
	});

	it("refuses a missing token, another person, an unknown id and a malformed body", async () => {
		const me = await newPerson(api);
		const stranger = await newPerson(api);
		const id = await addEntry(me, { date: TODAY });
		const body = { selectedEmoji: "😊", activityKeys: ["work"] };
		expect(await api.request("PATCH", `/api/moods/${id}`, { body })).toMatchObject({
			status: 401,
			body: { success: false, error: "Invalid or missing token", code: "unauthenticated" },
		});
		expect(await stranger.request("PATCH", `/api/moods/${id}`, { body })).toMatchObject({
			status: 404,
			body: notFound,
		});
		for (const unknown of ["nope", crypto.randomUUID(), "%00", "'--"]) {
			expect((await me.request("PATCH", `/api/moods/${unknown}`, { body })).status, unknown).toBe(404);
		}
		expect(await me.request("PATCH", `/api/moods/${id}`, { body: "{" })).toMatchObject({ status: 400 });
		const { body: mine } = await me.get(`/api/moods/date/${TODAY}`);
		expect(mine.data).toMatchObject({ selectedEmoji: null, activities: [] });
	});

	it("ends in one of the states asked for when changed at once", async () => {
		const me = await newPerson(api);
		const id = await addEntry(me, { date: TODAY });
		const changes = [
			{ selectedEmoji: "😊", activityKeys: ["work", "music"] },
			{ selectedEmoji: "😢", activityKeys: ["sleep"] },
		];
		const answers = await Promise.all(
			[...changes, ...changes].map((body) => me.request("PATCH", `/api/moods/${id}`, { body })),
		);
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
		const { body } = await me.get(`/api/moods/date/${TODAY}`);
		const { selectedEmoji, activities } = body.data;
		const keys = activities.map(({ key }: { key: string }) => key).sort();
		expect([
			["😊", ["music", "work"]],
			["😢", ["sleep"]],
		]).toContainEqual([selectedEmoji, keys]);
	});
});

describe("GET /api/moods", () => {
	it("lists the newest first, 30 unless asked otherwise", async () => {
		const me = await newPerson(api);
		const dates = Array.from({ length: 31 }, (_, i) => `2026-03-${String(i + 1).padStart(2, "0")}`);
		await addEntries(
			me,
			dates.map((date) => ({ date, emoji: "😐", activities: ["work"] })),
		);
		const { body } = await me.get("/api/moods");
		expect(body.data).toHaveLength(30);
		expect(body.data[0]).toEqual({
			id: expect.any(String),
			entryDate: "2026-03-31",
			dayOfWeek: "Tue",
			selectedEmoji: "😐",
			activities: [{ key: "work", activityKey: "work", id: "work", label: "Work/Study", icon: "💼" }],
			note: null,
			duration: 42,
			language: "hi",
			createdAt: "2026-05-04T10:00:00.000Z",
		});
		const { body: some } = await me.get("/api/moods?startDate=2026-03-02&endDate=2026-03-04&limit=2");
		expect(some.data.map(({ entryDate }: { entryDate: string }) => entryDate)).toEqual([
			"2026-03-04",
			"2026-03-03",
		]);
	});

	it("shows nobody else's entries", async () => {
		await addEntry(await newPerson(api), { date: TODAY });
		expect((await (await newPerson(api)).get("/api/moods")).body).toEqual({ success: true, data: [] });
	});

	it("refuses days that do not exist, a period that ends before it begins, and bad limits", async () => {
		const me = await newPerson(api);
		for (const query of [
			"startDate=2024-02-30",
			"endDate=04.05.2026",
			"startDate=2026-02-02&endDate=2026-02-01",
			"limit=0",
			"limit=1001",
			"limit=1e3",
			"limit=",
			"limit=-1",
		]) {
			const { status, body } = await me.get(`/api/moods?${query}`);
			expect(status, query).toBe(400);
			expect(body, query).toMatchObject({
				success: false,
				error: expect.any(String),
				details: [{ field: expect.any(String) }],
			});
		}
		expect((await api.request("GET", "/api/moods")).status).toBe(401);
	});
});

describe("the reliability of a reading", () => {
	const levels = ["low", "medium", "high"] as const;
	const seeds = levels.map((reliability, i) => ({ date: `2026-05-0${i + 1}`, reliability }));

	it("stands beside the scores, and where it is low nothing is proposed", async () => {
		const me = await newPerson(api);
		await addEntries(me, seeds);
		const proposed = { low: null, medium: "😊", high: "😊" };
		for (const { date, reliability } of seeds) {
			const { data } = (await me.get(`/api/moods/date/${date}`)).body;
			expect(data).toMatchObject({ reliability, proposedEmoji: proposed[reliability] });
			expect(data.emotionScores[0]).toMatchObject({ emotion: "happy", confidence: 93 });
			const timeline = (await me.get(`/api/moods/${data.id}/timeline`)).body.data;
			expect(timeline.reliability).toBe(reliability);
			expect(Object.keys(timeline.timeline[0])).toEqual(["at", "length", "emotionScores"]);
		}
		const listed = (await me.get("/api/moods")).body.data;
		expect(listed.map(({ reliability }: { reliability: string }) => reliability)).toEqual(
			levels.toReversed(),
		);
	});

	it("is absent from an entry older than the estimate, which answers as ever", async () => {
		const me = await newPerson(api);
		const id = await addEntry(me, { date: TODAY });
		const entry = ["activities", "createdAt", "dayOfWeek", "duration", "entryDate", "id", "language", "note"];
		const keysOf = (data: object) => Object.keys(data).sort();
		const [listed] = (await me.get("/api/moods")).body.data;
		expect(keysOf(listed)).toEqual([...entry, "selectedEmoji"]);
		const day = (await me.get(`/api/moods/date/${TODAY}`)).body.data;
		expect(keysOf(day)).toEqual(
			[...entry, "adjustment", "emotionScores", "selectedEmoji", "unadjusted"].sort(),
		);
		const { data } = (await me.get(`/api/moods/${id}/timeline`)).body;
		expect(keysOf(data)).toEqual(["duration", "id", "measuredDuration", "timeline"]);
	});

	it("makes no difference to what counts: what a person has selected, and that alone", async () => {
		const me = await newPerson(api);
		await me.request("PATCH", "/api/settings", { body: { interventionThreshold: 3 } });
		const ids = await addEntries(me, seeds);
		const summary = async () => (await me.get("/api/progress/summary")).body.data;
		const alerts = async () => (await me.get("/api/progress/alerts")).body.data;
		expect(await summary()).toMatchObject({ totalEntries: 0, moodDistribution: [], weeklySummary: null });
		expect((await me.get("/api/progress/mood-trend")).body.data).toEqual([]);
		for (const id of ids) {
			expect(await alerts()).toEqual([]);
			await me.request("PATCH", `/api/moods/${id}`, { body: { selectedEmoji: "😢" } });
		}
		expect(await summary()).toMatchObject({ totalEntries: 3, moodDistribution: [{ emoji: "😢", count: 3 }] });
		expect(await alerts()).toMatchObject([{ alertType: "consecutive_low" }]);
	});
});

describe("GET /api/moods/date/:date", () => {
	it("answers with the entry, with null, or with 400 for an impossible date", async () => {
		const me = await newPerson(api);
		const id = await addEntry(me, { date: "2024-02-29" });
		const { body } = await me.get("/api/moods/date/2024-02-29");
		expect(body.data).toMatchObject({ id, entryDate: "2024-02-29", dayOfWeek: "Thu" });
		expect(body.data.emotionScores).toHaveLength(8);
		expect((await me.get("/api/moods/date/2024-02-28")).body).toEqual({ success: true, data: null });
		for (const date of ["2024-02-30", "2023-02-29", "today", "2024-1-1"]) {
			expect((await me.get(`/api/moods/date/${date}`)).status, date).toBe(400);
		}
	});
});

describe("DELETE /api/moods/:id", () => {
	it("deletes the entry with its recording, once", async () => {
		const me = await newPerson(api);
		const audio = { bytes: bytesOf(100), contentType: "audio/webm" };
		const id = await addEntry(me, { date: TODAY, activities: ["work"], audio });
		const { status, body } = await me.request("DELETE", `/api/moods/${id}`);
		expect(status).toBe(200);
		expect(body).toEqual({ success: true, message: "Mood entry deleted successfully" });
		expect((await env.RECORDINGS.list({ prefix: `recordings/${me.id}/` })).objects).toEqual([]);
		expect((await me.get(`/api/moods/date/${TODAY}`)).body.data).toBeNull();
		expect(await me.request("DELETE", `/api/moods/${id}`)).toMatchObject({ status: 404, body: notFound });
	});

	it("leaves someone else's entry alone, as if it did not exist", async () => {
		const me = await newPerson(api);
		const id = await addEntry(me, { date: TODAY });
		const stranger = await newPerson(api);
		expect(await stranger.request("DELETE", `/api/moods/${id}`)).toMatchObject({
			status: 404,
			body: notFound,
		});
		expect((await api.request("DELETE", `/api/moods/${id}`)).status).toBe(401);
		expect((await me.get(`/api/moods/date/${TODAY}`)).body.data).toMatchObject({ id });
		expect((await stranger.get("/api/export")).body.entries).toEqual([]);
	});

	it("is done by one of several at once", async () => {
		const me = await newPerson(api);
		const id = await addEntry(me, { date: TODAY });
		const answers = await Promise.all([1, 2, 3].map(() => me.request("DELETE", `/api/moods/${id}`)));
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
	});
});

describe("POST /api/moods", () => {
	it("is limited to 20 uploads a minute and person", async () => {
		const [me, other] = [await newPerson(api), await newPerson(api)];
		const upload = (person: Person) => {
			const headers = { "Content-Type": "multipart/form-data; boundary=x" };
			return person.request("POST", "/api/moods", { body: "x", headers });
		};
		const statuses = await Promise.all(Array.from({ length: 25 }, async () => (await upload(me)).status));
		expect(new Set(statuses)).toEqual(new Set([400, 429]));
		expect((await upload(me)).headers.get("Retry-After")).toBe("60");
		expect((await upload(other)).status).toBe(400);
		expect((await me.request("POST", "/api/moods", { body: { note: "Not a recording" } })).status).toBe(201);
	});
});
