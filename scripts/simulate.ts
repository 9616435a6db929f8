/**
 * What Undertone needs and costs at a thousand, a million and a billion events a day. `npm run simulate` prints it,
 * `npm run simulate -- --write` puts it into docs/scale.md.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { LIMITS, PLAN } from "./simulate/limits.ts";
import { measureEntry, measureSessions } from "./simulate/measure-sizes.ts";
import { ASSUMED, type Costs, type Scale, scaleOf } from "./simulate/model.ts";

const PAGE = new URL("../docs/scale.md", import.meta.url);
/** The section of the page that is written anew. */
const SECTION = /(?<=\n## The figures\n\n)[\s\S]*?(?=\n## )/;

const sessions = measureSessions(ASSUMED.batchesASession);
const costs: Costs = {
	batchCpuMs: 0.6,
	noteCpuMs: 225,
	sessionBytes: sessions.full,
	settledBytes: sessions.settled,
	changing: sessions.changing,
	entryBytes: measureEntry(new URL("../migrations", import.meta.url).pathname),
};
const scales = [1e3, 1e6, 1e9].map((events) => scaleOf(events, costs));

const number = (value: number): string =>
	value >= 100
		? Math.round(value).toLocaleString("en")
		: value.toLocaleString("en", { maximumSignificantDigits: 2 });
const ofLimit = (value: number, limit: number): string =>
	value > limit ? `**${number(value)}** of ${number(limit)}` : `${number(value)} of ${number(limit)}`;
const dollars = (value: number): string => `$${value < 0.01 ? "0" : number(value)}`;

const ROWS: readonly [string, (scale: Scale) => string][] = [
	["batches a second, at peak", ({ batchesPerSecond }) => number(batchesPerSecond)],
	["sessions a day", ({ sessionsADay }) => number(sessionsADay)],
	["objects with events", ({ objectsWithEvents }) => number(objectsWithEvents)],
	["objects after a year", ({ objectsAfterAYear }) => number(objectsAfterAYear)],
	["rows written a batch", ({ rowsABatch }) => number(rowsABatch)],
	["GB in objects after a year", (scale) => number(scale.objectGigabytesAfterAYear)],
	[
		"calls a second of one account's object, if it has all the traffic",
		(scale) => ofLimit(scale.accountCallsPerSecond, LIMITS.objectRequestsPerSecond),
	],
	["lookups of one key in D1 a second", (scale) => number(scale.keyReadsPerSecond)],
	["people who keep a journal", ({ people }) => number(people)],
	["GB in D1 after a year", (scale) => ofLimit(scale.databaseGigabytesAfterAYear, LIMITS.databaseGigabytes)],
	[
		"queries a second of D1, at peak",
		(scale) => ofLimit(scale.databaseQueriesPerSecond, LIMITS.databaseQueriesPerSecond),
	],
	["days until D1 is full", (scale) => number(scale.daysUntilDatabaseIsFull)],
	["GB in R2 after a year", (scale) => number(scale.bucketGigabytesAfterAYear)],
	...(["sessions", "session storage", "journal", "journal storage", "recordings"] as const).map(
		(name): [string, (scale: Scale) => string] => [
			`a month: ${name}`,
			(scale) => dollars(scale.dollars[name]),
		],
	),
	[
		`a month, with the plan's $${PLAN.dollars}`,
		(scale) => dollars(PLAN.dollars + Object.values(scale.dollars).reduce((sum, value) => sum + value, 0)),
	],
];

const lines = [
	`| events a day | ${scales.map(({ eventsADay }) => number(eventsADay)).join(" | ")} |`,
	`|---|${scales.map(() => "---:|").join("")}`,
	...ROWS.map(([name, of]) => `| ${name} | ${scales.map(of).join(" | ")} |`),
];
const measured = `Measured for it: ${number(costs.sessionBytes)} bytes a session of ${ASSUMED.batchesASession} batches, ${number(costs.settledBytes)} once its events are dropped, ${number(costs.entryBytes)} a journal's entry; ${number(costs.changing * 100)} % of the batches change a mood; ${costs.batchCpuMs} ms of CPU a batch and ${costs.noteCpuMs} ms a note.`;
const caveat =
	"Every session is taken to be alone in its isolate, so that no two moods are told to the account together; the [benchmark](benchmarks.md), where hundreds of sessions share one, writes 1.07 rows a batch. The truth is between them.";
const text = `${lines.join("\n")}\n\n${measured}\n\n${caveat}\n`;
console.log(text);
if (process.argv.includes("--write")) {
	const page = readFileSync(PAGE, "utf8");
	if (!SECTION.test(page)) throw new Error("docs/scale.md has no section “The figures”");
	writeFileSync(
		PAGE,
		page.replace(SECTION, () => text),
	);
}
