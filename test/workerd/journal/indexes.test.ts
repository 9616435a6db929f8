import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { createApp } from "../../../src/app.ts";
import { NOW, testApi } from "../../support/api.ts";
import { addEntries, newPerson, TODAY } from "../../support/journal.ts";
import { userToken } from "../../support/tokens.ts";

/** A database that remembers the statements it prepares. */
function listening(statements: string[]): D1Database {
	return new Proxy(env.DB, {
		get(target, name) {
			if (name !== "prepare") return Reflect.get(target, name).bind(target);
			return (text: string) => {
				statements.push(text);
				return target.prepare(text);
			};
		},
	});
}

const api = testApi();
const app = createApp(() => NOW);
const me = await newPerson(api);
await addEntries(me, [{ date: TODAY, emoji: "😊", activities: ["work"] }]);

async function statementsOf(path: string): Promise<string[]> {
	const statements: string[] = [];
	const headers = { Authorization: `Bearer ${await userToken(me.id)}` };
	const response = await app.request(
		`https://api.test${path}`,
		{ headers },
		{ ...env, DB: listening(statements) },
	);
	expect(response.status).toBe(200);
	await response.text();
	return statements;
}

async function planOf(statement: string): Promise<string[]> {
	const parameters = [...statement.matchAll(/\?/g)].map(() => me.id);
	const { results } = await env.DB.prepare(`explain query plan ${statement}`)
		.bind(...parameters)
		.all<{ detail: string }>();
	return results.map(({ detail }) => detail);
}

/** Small tables, the same for everyone, and lists that a statement makes itself. */
const HARMLESS = /^SCAN (activities|a|\(subquery-\d+\)|CONSTANT ROW)( |$)/;

const readings = [
	"/api/progress/summary",
	"/api/progress/calendar/2026/5",
	"/api/progress/year/2026",
	"/api/progress/alerts",
	"/api/progress/weekday-distribution?year=2026",
	"/api/progress/mood-trend",
	"/api/progress/mood-counts",
	"/api/progress/insights",
	"/api/activities/stats",
	"/api/activities/mood-correlation?year=2026&month=5",
	"/api/moods",
	`/api/moods/date/${TODAY}`,
	"/api/settings",
];

describe("every reading", () => {
	it.each(readings)("is one statement that scans no table: %s", async (path) => {
		const statements = await statementsOf(path);
		expect(statements).toHaveLength(1);
		const plan = await planOf(statements[0] ?? "");
		expect(plan.filter((step) => step.startsWith("SCAN") && !HARMLESS.test(step))).toEqual([]);
		expect(
			plan.filter(
				// A day's few activities are put in order.
				(step) => step.includes("USE TEMP B-TREE") && !/moods$|\/date\/|\/calendar\//.test(path),
			),
		).toEqual([]);
	});

	it.each(["/api/progress/summary", "/api/progress/mood-counts", "/api/progress/calendar/2026/5"])(
		"reads entries from the index alone: %s",
		async (path) => {
			const plan = await planOf((await statementsOf(path))[0] ?? "");
			expect(plan).toContainEqual(
				expect.stringMatching(/SEARCH mood_entries USING COVERING INDEX mood_entries_counted/),
			);
		},
	);
});

describe("the choices that adjust a note", () => {
	it("are one statement more, that finds a year of the person's chosen moods by their index", async () => {
		await addEntries(await newPerson(api, me.id), [{ date: "2026-05-03", emoji: "😊", modelVersion: "one" }]);
		const statements = await statementsOf("/api/moods/date/2026-05-03");
		expect(statements).toHaveLength(2);
		const plan = await planOf(statements[1] ?? "");
		expect(plan).toContainEqual(
			expect.stringMatching(
				/^SEARCH mood_entries USING INDEX mood_entries_counted \(user_id=\? AND entry_date>\? AND entry_date<\?\)/,
			),
		);
		expect(plan.filter((step) => /SCAN|TEMP B-TREE/.test(step))).toEqual([]);
	});
});

describe("what the chores look for", () => {
	it.each([
		[
			"select * from user_settings where next_reminder_at <= 1 order by next_reminder_at",
			"user_settings_reminder_due",
		],
		["select user_id from user_settings where recordings_to_delete = 1 limit 20", "user_settings_to_delete"],
		[
			"select user_id from user_settings where reviewed_revision < revision limit 20",
			"user_settings_unreviewed",
		],
		["select id from mood_entries where audio_key = 'x'", "mood_entries_by_audio"],
		["select id from push_subscriptions where user_id = 'x'", "push_subscriptions_by_user"],
		["select id from consents where user_id = 'x' order by id", "consents_by_user"],
		["select id from zone_changes where user_id = 'x' order by id", "zone_changes_by_user"],
	])("%s", async (statement, index) => {
		expect((await planOf(statement)).join("\n")).toContain(index);
	});
});
