import { describe, expect, it } from "vitest";
import { lowDays, weeksOf } from "../../../src/journal/report/figures.ts";
import { testApi } from "../../support/api.ts";
import { addEntries, newPerson, type Person } from "../../support/journal.ts";

const api = testApi();

const pageOf = async (me: Person, query: string): Promise<string> => {
	const { status, body, headers } = await me.get(`/api/report?${query}`);
	expect(status).toBe(200);
	expect(headers.get("Content-Type")).toMatch(/^text\/html/);
	expect(headers.get("Content-Security-Policy")).toMatch(
		/^default-src 'none'; style-src 'nonce-[\w-]+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
	);
	expect(headers.get("Cache-Control")).toBe("no-store");
	return String(body);
};

async function someone(): Promise<Person> {
	const me = await newPerson(api);
	await addEntries(me, [
		{ date: "2026-04-20", emoji: "😢", activities: ["work"] },
		{ date: "2026-04-21", emoji: "😢" },
		{ date: "2026-04-23", emoji: "😊", activities: ["work", "music"] },
	]);
	const body = { note: "<script>alert(1)</script> & rest", selectedEmoji: "😌", entryDate: "2026-04-30" };
	expect((await me.request("POST", "/api/moods", { body })).status).toBe(201);
	return me;
}

describe("GET /api/report", () => {
	it("tells what was picked and nothing else", async () => {
		const me = await someone();
		const moods = await pageOf(me, "from=2026-04-20&to=2026-05-03");
		expect(moods).toContain("4 of 14 days with a mood.");
		expect(moods).toContain('😢 Sad</td><td class="number">2</td><td class="number">50%</td>');
		expect(moods).toContain("Days with a sad, fearful, angry or disgusted mood: 2; in a row, at most 2.");
		expect(moods).not.toContain("Activities");
		expect(moods).not.toContain("rest");
		const activities = await pageOf(me, "from=2026-04-20&to=2026-05-03&include=activities");
		expect(activities).toContain("Work");
		expect(activities).toContain("Nothing stands out yet");
		expect(activities).not.toContain("😢");
	});

	it("escapes what a person wrote", async () => {
		const page = await pageOf(
			await someone(),
			"from=2026-04-20&to=2026-05-03&include=moods,activities,notes",
		);
		expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; rest");
		expect(page).not.toContain("<script");
	});

	it.each([
		["hi", "मूड डायरी"],
		["gu", "મૂડ ડાયરી"],
	])("speaks %s", async (language, title) => {
		const page = await pageOf(await someone(), `from=2026-04-20&to=2026-05-03&language=${language}`);
		expect(page).toContain(`<html lang="${language}">`);
		expect(page).toContain(title);
	});

	it("shows a stranger nothing, and refuses bad periods and parts", async () => {
		await someone();
		const stranger = await newPerson(api);
		expect(await pageOf(stranger, "from=2026-04-20&to=2026-05-03")).toContain("No entries in this time.");
		for (const query of [
			"from=2026-04-20",
			"from=2026-04-31&to=2026-05-03",
			"from=2026-05-03&to=2026-05-02",
			"from=2025-01-01&to=2026-05-02",
			"from=2026-05-01&to=2026-05-02&include=secrets",
		])
			expect((await stranger.get(`/api/report?${query}`)).status, query).toBe(400);
	});
});

describe("the figures of a report", () => {
	const entries = [
		{ date: "2026-02-27", emoji: "😢" },
		{ date: "2026-02-28", emoji: "😠" },
		{ date: "2026-03-01", emoji: "😰" },
		{ date: "2026-03-02", emoji: "😊" },
		{ date: "2026-03-03", emoji: "😒" },
		{ date: "2026-03-05", emoji: "😒" },
	];
	it("count low days, and neighbouring ones in a row", () => {
		expect(lowDays(entries)).toEqual({ days: 5, longestRun: 3 });
		expect(lowDays([])).toEqual({ days: 0, longestRun: 0 });
	});

	it("mean each week, and say nothing of one without a day", () => {
		expect(weeksOf(entries, { first: "2026-02-13", last: "2026-03-06" })).toEqual([
			{ first: "2026-02-13", days: 0, level: null },
			{ first: "2026-02-20", days: 0, level: null },
			{ first: "2026-02-27", days: 6, level: 21 / 6 },
			{ first: "2026-03-06", days: 0, level: null },
		]);
	});
});
