import { describe, expect, it } from "vitest";
import { addDays } from "../../../src/journal/days/calendar-day.ts";
import { NOW, testApi } from "../../support/api.ts";
import { addEntries, addEntry, newPerson, type Person, TODAY } from "../../support/journal.ts";

const api = testApi();
const ago = (days: number) => addDays(TODAY, -days);
const select = (me: Person, id: string, selectedEmoji: string) =>
	me.request("PATCH", `/api/moods/${id}`, { body: { selectedEmoji } });
const alertsOf = async (me: Person) => (await me.get("/api/progress/alerts")).body.data;

describe("consecutive low days", () => {
	const fiveLowDays = async () => {
		const me = await newPerson(api);
		const emojis = ["😢", "😠", "😰", "😒", "😢"];
		const ids = await addEntries(
			me,
			emojis.map((_, i) => ({ date: ago(4 - i) })),
		);
		for (const [i, id] of ids.entries()) await select(me, id, emojis[i] ?? "");
		return { me, ids };
	};

	it("raise one alert, in words", async () => {
		const { me } = await fiveLowDays();
		expect(await alertsOf(me)).toEqual([
			{
				id: expect.any(String),
				alertType: "consecutive_low",
				detectedAt: new Date(NOW).toISOString(),
				patternDetails: {
					consecutiveDays: 5,
					emotions: ["sad", "angry", "fearful", "disgust", "sad"],
					emojis: ["😢", "😠", "😰", "😒", "😢"],
					dates: [ago(4), ago(3), ago(2), ago(1), ago(0)],
				},
				message: "You have chosen a low mood on 5 days in a row.",
				suggestions: expect.arrayContaining([expect.stringContaining("14416")]),
			},
		]);
	});

	it("raise nothing at four, and at the person's own threshold", async () => {
		const me = await newPerson(api);
		await me.request("PATCH", "/api/settings", {
			body: { interventionThreshold: 3, preferredLanguage: "hi" },
		});
		const ids = await addEntries(
			me,
			[2, 1, 0].map((days) => ({ date: ago(days) })),
		);
		await select(me, ids[0] ?? "", "😢");
		await select(me, ids[1] ?? "", "😢");
		expect(await alertsOf(me)).toEqual([]);
		await select(me, ids[2] ?? "", "😠");
		expect(await alertsOf(me)).toMatchObject([{ message: "आपने लगातार 3 दिन भारी मूड चुना है।" }]);
	});

	it("raise nothing when the days are not in a row", async () => {
		const me = await newPerson(api);
		const ids = await addEntries(
			me,
			[5, 4, 3, 1, 0].map((days) => ({ date: ago(days) })),
		);
		for (const id of ids) await select(me, id, "😢");
		expect(await alertsOf(me)).toEqual([]);
	});

	it("raise nothing again on the next days while the alert is open, and again after seven", async () => {
		const { me } = await fiveLowDays();
		const later = testApi();
		const nextLowDay = async (days: number) => {
			later.now = NOW + days * 86_400_000;
			const you = { ...me, request: (await newPerson(later, me.id)).request };
			await select(you, await addEntry(me, { date: addDays(TODAY, days) }), "😢");
			return (await alertsOf(me)).length;
		};
		const counts = [];
		for (let days = 1; days <= 8; days++) counts.push(await nextLowDay(days));
		expect(counts).toEqual([1, 1, 1, 1, 1, 1, 2, 2]);
	});

	it("withdraw the alert when an emoji is changed, and bring it back", async () => {
		const { me, ids } = await fiveLowDays();
		await select(me, ids[2] ?? "", "😌");
		expect(await alertsOf(me)).toEqual([]);
		await select(me, ids[2] ?? "", "😰");
		expect(await alertsOf(me)).toHaveLength(1);
		await me.request("DELETE", `/api/moods/${ids[0]}`);
		expect(await alertsOf(me)).toEqual([]);
	});

	it("tell what the days are now when a low mood becomes another", async () => {
		const { me, ids } = await fiveLowDays();
		const [before] = await alertsOf(me);
		await select(me, ids[0] ?? "", "😠");
		const [after] = await alertsOf(me);
		expect(after.id).toBe(before.id);
		expect(after.patternDetails.emotions[0]).toBe("angry");
	});

	it("do not come back once dismissed", async () => {
		const { me, ids } = await fiveLowDays();
		const [{ id }] = await alertsOf(me);
		for (let i = 0; i < 2; i++) {
			expect((await me.request("POST", `/api/progress/alerts/${id}/dismiss`)).body).toEqual({
				success: true,
				message: "Alert dismissed successfully",
			});
		}
		await select(me, ids[4] ?? "", "😊");
		await select(me, ids[4] ?? "", "😢");
		expect(await alertsOf(me)).toEqual([]);
	});

	it("raise one alert when the same is selected many times at once", async () => {
		const me = await newPerson(api);
		const ids = await addEntries(
			me,
			[4, 3, 2, 1, 0].map((days) => ({ date: ago(days), emoji: days === 0 ? null : "😢" })),
		);
		await Promise.all(Array.from({ length: 8 }, () => select(me, ids[4] ?? "", "😢")));
		expect(await alertsOf(me)).toHaveLength(1);
	});

	it("end right when emojis change at once, whoever is last", async () => {
		const me = await newPerson(api);
		const ids = await addEntries(
			me,
			[4, 3, 2, 1, 0].map((days) => ({ date: ago(days), emoji: days === 0 ? null : "😢" })),
		);
		await Promise.all(["😢", "😊", "😢", "😌", "😠", "😐"].map((emoji) => select(me, ids[4] ?? "", emoji)));
		const { body } = await me.get(`/api/moods/date/${TODAY}`);
		const isLow = ["😢", "😠"].includes(body.data.selectedEmoji);
		const low = (await alertsOf(me)).filter(
			({ alertType }: { alertType: string }) => alertType === "consecutive_low",
		);
		expect(low).toHaveLength(isLow ? 1 : 0);
	});
});

describe("a sudden drop", () => {
	it("is told between two days in a row, and not across days without an entry", async () => {
		const apart = await newPerson(api);
		await addEntry(apart, { date: ago(29), emoji: "😌" });
		await select(apart, await addEntry(apart, { date: ago(0) }), "😰");
		expect(await alertsOf(apart)).toEqual([]);
		const me = await newPerson(api);
		await addEntry(me, { date: ago(1), emoji: "😌" });
		await select(me, await addEntry(me, { date: ago(0) }), "😰");
		expect(await alertsOf(me)).toMatchObject([
			{
				alertType: "sudden_drop",
				patternDetails: { fromEmoji: "😌", toEmoji: "😰", fromDate: ago(1), toDate: ago(0) },
				message: `Your mood went from 😌 on ${ago(1)} to 😰 on ${ago(0)}.`,
			},
		]);
	});

	it("is from happy or calm to sad or fearful only", async () => {
		for (const [from, to] of [
			["😊", "😠"],
			["😐", "😢"],
			["😮", "😰"],
			["😊", "😒"],
			["😢", "😢"],
		]) {
			const me = await newPerson(api);
			await addEntry(me, { date: ago(1), emoji: from ?? null });
			await select(me, await addEntry(me, { date: ago(0) }), to ?? "");
			expect(await alertsOf(me), `${from} ${to}`).toEqual([]);
		}
	});

	it("is withdrawn when the day before turns out to have been another mood", async () => {
		const me = await newPerson(api);
		const [before, last] = await addEntries(me, [{ date: ago(1), emoji: "😊" }, { date: ago(0) }]);
		await select(me, last ?? "", "😢");
		expect(await alertsOf(me)).toHaveLength(1);
		await select(me, before ?? "", "😐");
		expect(await alertsOf(me)).toEqual([]);
	});

	it("is not told again while one of the last three days is open", async () => {
		const me = await newPerson(api);
		await addEntries(me, [
			{ date: ago(3), emoji: "😊" },
			{ date: ago(1), emoji: "😊" },
		]);
		await select(me, await addEntry(me, { date: ago(2) }), "😐");
		const dropOn = async (days: number) => {
			await select(me, await addEntry(me, { date: addDays(TODAY, days - 1) }), "😊");
			await select(me, await addEntry(me, { date: addDays(TODAY, days) }), "😢");
			return (await alertsOf(me)).length;
		};
		await select(me, await addEntry(me, { date: ago(0) }), "😢");
		expect(await alertsOf(me)).toHaveLength(1);
		expect(await dropOn(2)).toBe(1);
	});
});

describe("POST /api/progress/alerts/:id/dismiss", () => {
	it("refuses strangers, unknown ids and callers without a token", async () => {
		const me = await newPerson(api);
		await addEntry(me, { date: ago(1), emoji: "😊" });
		await select(me, await addEntry(me, { date: ago(0) }), "😢");
		const [{ id }] = await alertsOf(me);
		const path = `/api/progress/alerts/${id}/dismiss`;
		const stranger = await newPerson(api);
		expect(await stranger.request("POST", path)).toMatchObject({
			status: 404,
			body: { success: false, error: "Alert not found", code: "not_found" },
		});
		expect((await api.request("POST", path)).status).toBe(401);
		expect((await me.request("POST", "/api/progress/alerts/nope/dismiss")).status).toBe(404);
		expect(await alertsOf(me)).toHaveLength(1);
	});
});
