import { describe, expect, it } from "vitest";
import { addDays } from "../../../src/journal/days/calendar-day.ts";
import { testApi } from "../../support/api.ts";
import { addEntries, newPerson, TODAY } from "../../support/journal.ts";

const api = testApi();
const data = async (answer: Promise<{ status: number; body: { data: unknown } }>) => {
	const { status, body } = await answer;
	expect(status).toBe(200);
	// biome-ignore lint/suspicious/noExplicitAny: a test looks into bodies of every shape
	return body.data as any;
};
const ago = (days: number) => addDays(TODAY, -days);

describe("GET /api/progress/summary", () => {
	it("has nothing to say about nothing", async () => {
		const me = await newPerson(api);
		expect((await me.get("/api/progress/summary")).body).toEqual({
			success: true,
			data: {
				moodDistribution: [],
				totalEntries: 0,
				streakDays: 0,
				longestStreak: 0,
				hasEnoughData: false,
				weeklySummary: null,
			},
		});
	});

	it("counts the last 30 days, entries with an emoji only, and streaks over all", async () => {
		const me = await newPerson(api);
		await addEntries(me, [
			...[50, 51, 52, 53].map((days) => ({ date: ago(days), emoji: "😢" })),
			...[1, 2, 3].map((days) => ({ date: ago(days), emoji: "😊" })),
			{ date: ago(29), emoji: "😠" },
			{ date: ago(30), emoji: "😠" },
			{ date: ago(0) },
		]);
		const summary = await data(me.get("/api/progress/summary"));
		expect(summary).toEqual({
			moodDistribution: [
				{ emoji: "😊", count: 3, percentage: 75 },
				{ emoji: "😠", count: 1, percentage: 25 },
			],
			totalEntries: 4,
			streakDays: 3,
			longestStreak: 4,
			hasEnoughData: false,
			weeklySummary:
				"In the last 7 days you made 3 entries, most often 😊 (3 of 3). Your average mood level was 7.0 of 9.",
		});
	});

	it("has enough data from ten entries on, within the days asked for", async () => {
		const me = await newPerson(api);
		await addEntries(
			me,
			Array.from({ length: 10 }, (_, i) => ({ date: ago(i), emoji: i < 3 ? "😌" : "🤖" })),
		);
		expect(await data(me.get("/api/progress/summary"))).toMatchObject({
			hasEnoughData: true,
			totalEntries: 10,
			streakDays: 10,
		});
		expect(await data(me.get("/api/progress/summary?days=9"))).toMatchObject({
			hasEnoughData: false,
			totalEntries: 9,
		});
		const { body } = await me.get("/api/progress/summary?days=0");
		expect(body).toMatchObject({ success: false, details: [{ field: "days" }] });
	});

	it("follows the person's zone and language", async () => {
		const me = await newPerson(api);
		await addEntries(me, [{ date: ago(2), emoji: "😊" }]);
		expect(await data(me.get("/api/progress/summary"))).toMatchObject({ streakDays: 0 });
		await me.request("PATCH", "/api/settings", {
			body: { timezone: "Pacific/Pago_Pago", preferredLanguage: "gu" },
		});
		const summary = await data(me.get("/api/progress/summary"));
		expect(summary.streakDays).toBe(1);
		expect(summary.weeklySummary).toMatch(/^છેલ્લા 7 દિવસમાં/);
	});
});

describe("the other readings of progress", () => {
	const seed = [
		{ date: "2024-12-31", emoji: "😢", activities: ["work"] },
		{ date: "2026-01-04", emoji: "😊", activities: ["social", "exercise"] },
		{ date: "2026-01-11", emoji: "😊" },
		{ date: "2026-01-12", emoji: "😌" },
		{ date: "2026-01-13" },
		{ date: "2026-02-01", emoji: "😊" },
	];
	const person = async () => {
		const me = await newPerson(api);
		await addEntries(me, seed);
		return me;
	};

	it("gives a month of a calendar", async () => {
		const me = await person();
		const january = await data(me.get("/api/progress/calendar/2026/1"));
		expect(january).toMatchObject([
			{ date: "2026-01-04", emoji: "😊", dayOfWeek: "Sun" },
			{ date: "2026-01-11", emoji: "😊", dayOfWeek: "Sun" },
			{ date: "2026-01-12", emoji: "😌", dayOfWeek: "Mon" },
		]);
		expect(january[0].activities[0]).toEqual({
			...{ key: "exercise", activityKey: "exercise", id: "exercise" },
			...{ label: "Exercise", icon: "🏃" },
		});
		expect(await data(me.get("/api/progress/calendar/2026/02"))).toMatchObject([
			{ date: "2026-02-01", emoji: "😊" },
		]);
		for (const path of ["2026/13", "2026/0", "26/1", "2026/x"]) {
			expect((await me.get(`/api/progress/calendar/${path}`)).status, path).toBe(400);
		}
	});

	it("gives a year in pixels", async () => {
		const year = await data((await person()).get("/api/progress/year/2024"));
		expect(year).toMatchObject({ year: 2024, totalEntries: 1 });
		expect(year.months.map((month: unknown[]) => month.length)).toEqual([
			31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
		]);
		expect(year.months[11][30]).toEqual({ date: "2024-12-31", emoji: "😢", level: 2 });
		expect(year.months[1][28]).toEqual({ date: "2024-02-29", emoji: null, level: null });
	});

	it("counts by weekday, all seven", async () => {
		const me = await person();
		expect(await data(me.get("/api/progress/weekday-distribution?year=2026"))).toEqual({
			Sun: { "😊": 3 },
			Mon: { "😌": 1 },
			Tue: {},
			Wed: {},
			Thu: {},
			Fri: {},
			Sat: {},
		});
	});

	it("gives the trend with activities, oldest first", async () => {
		const me = await person();
		expect(await data(me.get("/api/progress/mood-trend?year=2026&month=1"))).toEqual([
			{ date: "2026-01-04", emoji: "😊", activityKeys: ["exercise", "social"] },
			{ date: "2026-01-11", emoji: "😊", activityKeys: [] },
			{ date: "2026-01-12", emoji: "😌", activityKeys: [] },
		]);
	});

	it("counts moods, of all time, a year or a month", async () => {
		const me = await person();
		expect(await data(me.get("/api/progress/mood-counts"))).toEqual({
			moodCounts: { "😢": 1, "😊": 3, "😌": 1 },
			totalEntries: 5,
		});
		expect(await data(me.get("/api/progress/mood-counts?year=2026&month=2"))).toEqual({
			moodCounts: { "😊": 1 },
			totalEntries: 1,
		});
	});

	it("refuses a month without its year, and anyone without a token", async () => {
		const me = await person();
		const paths = ["weekday-distribution", "mood-trend", "mood-counts", "insights"].map(
			(name) => `/api/progress/${name}`,
		);
		for (const path of [...paths, "/api/activities/stats", "/api/activities/mood-correlation"]) {
			const { status, body } = await me.get(`${path}?month=2`);
			expect(status, path).toBe(400);
			expect(body).toMatchObject({ success: false, details: [{ field: "month" }] });
			expect((await me.get(`${path}?year=2026&month=13`)).status).toBe(400);
			expect((await api.request("GET", path)).status).toBe(401);
		}
	});
});

describe("activities", () => {
	it("are seeded, and answer without the envelope", async () => {
		const { status, body } = await (await newPerson(api)).get("/api/activities");
		expect(status).toBe(200);
		expect(body.slice(0, 3)).toEqual([
			{ key: "exercise", label: "Exercise", icon: "🏃", color: "#10B981", order: 1 },
			{ key: "social", label: "Social Time", icon: "👥", color: "#3B82F6", order: 2 },
			{ key: "work", label: "Work/Study", icon: "💼", color: "#8B5CF6", order: 3 },
		]);
		expect(body.map(({ key }: { key: string }) => key).slice(3)).toEqual(
			"family relaxing reading music gaming cooking creative shopping walking sports sleep study workout dancing singing writing".split(
				" ",
			),
		);
	});

	it("are counted over entries that count", async () => {
		const me = await newPerson(api);
		await addEntries(me, [
			{ date: ago(0), emoji: "😊", activities: ["work", "music"] },
			{ date: ago(1), emoji: "😢", activities: ["work"] },
			{ date: ago(2), emoji: "😢" },
			{ date: ago(3), activities: ["sleep"] },
		]);
		expect((await me.get("/api/activities/stats?year=2026")).body).toEqual({
			stats: [
				{
					activityKey: "work",
					activity: { key: "work", label: "Work/Study", icon: "💼", color: "#8B5CF6" },
					count: 2,
					percentage: 67,
				},
				{
					activityKey: "music",
					activity: { key: "music", label: "Music", icon: "🎵", color: "#EC4899" },
					count: 1,
					percentage: 33,
				},
			],
			totalEntries: 3,
		});
	});

	it("are compared by mood, and claimed only where there is something", async () => {
		const me = await newPerson(api);
		const days = Array.from({ length: 40 }, (_, i) => i);
		await addEntries(
			me,
			days.map((i) => ({
				date: ago(i),
				emoji: (i * 7) % 10 < 5 ? (["😌", "😊", "😌"][i % 3] ?? "😊") : (["😢", "😐", "😒"][i % 3] ?? "😐"),
				activities: [...((i * 7) % 10 < 5 ? ["exercise"] : []), ...(i < 4 ? ["gaming"] : [])],
			})),
		);
		const { body } = await me.get("/api/activities/mood-correlation");
		expect(body.totalEntries).toBe(40);
		const [best, other] = body.correlations;
		expect(best).toMatchObject({
			activityKey: "exercise",
			activity: { key: "exercise", label: "Exercise", icon: "🏃" },
			count: 20,
			countWithout: 20,
			significant: true,
		});
		expect(Math.round(best.averageMood * 100) / 100).toBe(best.averageMood);
		expect(best.confidenceInterval.low).toBeGreaterThan(0);
		expect(best.confidenceInterval.low).toBeLessThan(best.delta);
		expect(best.confidenceInterval.high).toBeGreaterThan(best.delta);
		expect(other).toMatchObject({
			activityKey: "gaming",
			count: 4,
			significant: false,
			confidenceInterval: null,
			pValue: null,
		});

		for (const [language, words] of [
			["en", "on average"],
			["hi", "औसतन"],
			["gu", "સરેરાશ"],
		]) {
			const { insights, message } = await data(me.get(`/api/progress/insights?language=${language}`));
			expect(insights).toHaveLength(1);
			expect(insights[0]).toMatchObject({
				activityKey: "exercise",
				direction: "higher",
				daysWith: 20,
				daysWithout: 20,
			});
			expect(insights[0].text).toContain(words);
			expect(insights[0].text).toContain("20");
			expect(message).toBeNull();
		}
	});

	it("say so where nothing stands out", async () => {
		const me = await newPerson(api);
		await addEntries(me, [{ date: TODAY, emoji: "😊", activities: ["work"] }]);
		const { insights, message, language } = await data(me.get("/api/progress/insights"));
		expect(insights).toEqual([]);
		expect(language).toBe("en");
		expect(message).toContain("in your 1 entry");
		expect((await me.get("/api/progress/insights?language=fr")).status).toBe(400);
	});
});
