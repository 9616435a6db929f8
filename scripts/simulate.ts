/**
 * What Undertone needs and costs at a thousand, a million and a billion events a day. `npm run simulate` prints it,
 * `npm run simulate -- --write` puts it into docs/scale.md.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { LIMITS, PLAN } from "./simulate/limits.ts";
import { measureEntry, measureSessions } from "./simulate/measure-sizes.ts";
import { ASSUMED, type Costs, type Scale, scaleOf } from "./simulate/model.ts";

const PAGE = new URL("../docs/scale.md", import.meta.url);
const START = "<!-- npm run simulate -- --write -->\n";
const END = "<!-- end -->";

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
const text = `${lines.join("\n")}\n\n${measured}\n`;
console.log(text);
if (process.argv.includes("--write")) {
	const page = readFileSync(PAGE, "utf8");
	const [before = "", rest = ""] = page.split(START);
	writeFileSync(PAGE, `${before}${START}\n${text}\n${END}${rest.split(END)[1] ?? ""}`);
}
