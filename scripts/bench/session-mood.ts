import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Measurement, type Plan, type Results, runRounds } from "./rounds.ts";
import type { Contender, Place } from "./servers/contender.ts";
import { startPostgresPeer } from "./servers/node.ts";
import { AS_IN_PRODUCTION, tuned } from "./servers/postgres.ts";
import { ACCOUNT_SHARE, bundleWorker, startFloor, startHello, startUndertone } from "./servers/workerd.ts";
import { checked, median, table } from "./table.ts";
import { EVENTS_A_BATCH, SESSIONS } from "./traffic.ts";

const MEMORY = "/dev/shm";
const DISK = "/var/tmp";
const BUSY = 32;
const ON_TMPFS: Plan = {
	rounds: 5,
	requests: new Map([
		[1, 1_000],
		[BUSY, 3_000],
	]),
};
const ON_DISK: Plan = {
	rounds: 2,
	requests: new Map([
		[1, 300],
		[BUSY, 1_000],
	]),
};

interface Field {
	hello: Contender;
	floor: Contender;
	floorWithAccount: Contender;
	undertone: Contender;
	undertoneSnippet: Contender;
	/** Undefined when no PostgreSQL is installed. */
	postgres: Contender | undefined;
	postgresSnippet: Contender | undefined;
	postgresInProduction: Contender | undefined;
}

/** The hot path, `POST /v1/sessions/:id/events`, beside the least a Worker can do and beside a Node server. */
export async function benchSessionMood(): Promise<void> {
	console.log(
		`POST /v1/sessions/:id/events: ${EVENTS_A_BATCH} events a batch, ${SESSIONS} sessions, personas with changing moods.
Each server gets the request of a customer's server (secret key), or the one that the snippet posts from Chromium
(publishable key and idempotency key in the query, text/plain, a reading in the answer).
CPU is that of all server processes (PostgreSQL's too), the load generator's is not. Medians; ratios are taken
within a round, with the least and the most in brackets.`,
	);
	if (existsSync(MEMORY)) {
		await benchAt(newPlace("tmpfs", MEMORY), ON_TMPFS);
	} else {
		console.log(`\nThere is no ${MEMORY} here, so there is no pass on tmpfs.`);
	}
	await benchAt(newPlace("disk", DISK), ON_DISK);
}

/** A folder that PostgreSQL's own user may pass through. */
function newPlace(kind: Place["kind"], parent: string): Place {
	const folder = mkdtempSync(join(parent, "undertone-bench-"));
	chmodSync(folder, 0o711);
	process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
	return { kind, folder };
}

const MEANING = {
	tmpfs:
		"State on tmpfs: nothing waits for a disk, so the work itself is compared. A machine that fails loses all of it.",
	disk: "State on disk: every server answers only when the disk holds the batch; the disk sets the pace. A machine\nthat fails loses nothing that was answered. workerd syncs once a writing request, one after the other.",
};

async function benchAt(place: Place, plan: Plan): Promise<void> {
	console.log(`\n${MEANING[place.kind]}`);
	const field = await startAll(place);
	const contenders = Object.values(field).filter((contender) => contender !== undefined);
	if (!field.postgres) console.log("PostgreSQL is not installed here (Debian: apt install postgresql).");
	try {
		const results = await runRounds(contenders, plan);
		for (const connections of plan.requests.keys()) report(field, results, connections);
		reportTargets(place, field, results);
	} finally {
		for (const contender of contenders) await contender.stop();
		rmSync(place.folder, { recursive: true, force: true });
	}
}

async function startAll(place: Place): Promise<Field> {
	const settings = tuned(place.kind === "disk");
	const bundle = mkdtempSync(join(tmpdir(), "undertone-bundle-"));
	const modules = await bundleWorker(bundle);
	rmSync(bundle, { recursive: true });
	return {
		hello: await startHello(),
		floor: await startFloor(place, 0),
		floorWithAccount: await startFloor(place, ACCOUNT_SHARE),
		undertone: await startUndertone(modules, place, "secret key"),
		undertoneSnippet: await startUndertone(modules, place, "snippet"),
		postgres: await startPostgresPeer(place, settings, "secret key"),
		postgresSnippet: await startPostgresPeer(place, settings, "snippet"),
		postgresInProduction: await startPostgresPeer(place, AS_IN_PRODUCTION, "snippet"),
	};
}

type Ratio = Record<"median" | "least" | "most", number>;

/** Of `field` in each round, one contender's to the other's. */
function ratio(
	field: keyof Measurement,
	ours: readonly Measurement[],
	theirs: readonly Measurement[],
): Ratio {
	const ratios = ours.map(
		(measurement, round) => measurement[field] / (theirs[round]?.[field] ?? Number.NaN),
	);
	return { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) };
}

const formatRatio = ({ median, least, most }: Ratio) =>
	`${median.toFixed(2)}× [${least.toFixed(2)}–${most.toFixed(2)}]`;

function report(field: Field, results: Results, connections: number): void {
	const rows = Object.values(field).flatMap((contender) => {
		if (!contender) return [];
		const own = results.of(contender, connections);
		const middle = (name: keyof Measurement) => median(own.map((measurement) => measurement[name]));
		const versus = (name: keyof Measurement, other: Contender | undefined) =>
			other && other !== contender ? formatRatio(ratio(name, own, results.of(other, connections))) : "";
		const peer = contender === field.undertoneSnippet ? field.postgresSnippet : field.postgres;
		const does = contender.work === "events";
		const rows = results.rowsABatch(contender);
		return [
			[
				contender.name,
				`${middle("cpu").toFixed(0)} µs`,
				versus("cpu", field.hello),
				does ? versus("cpu", field.floor) : "",
				does ? versus("cpu", peer) : "",
				middle("requestsPerSecond").toFixed(0),
				(1e6 / middle("cpu")).toFixed(0),
				does ? versus("requestsPerSecond", peer) : "",
				`${middle("p50").toFixed(2)} ms`,
				`${middle("p99").toFixed(2)} ms`,
				rows === undefined ? "" : rows.toFixed(2),
			],
		];
	});
	const header = [
		"CPU a request",
		"to hello",
		"to the floor",
		"to PostgreSQL",
		"requests/s",
		"a core",
		"to PostgreSQL",
		"p50",
		"p99",
		"rows a batch",
	];
	console.log(`\n${table([`${connections} connection${connections > 1 ? "s" : ""}`, ...header], rows)}`);
}

interface Target {
	name: string;
	field: keyof Measurement;
	connections: number;
	against: (field: Field, ours: Contender) => Contender | undefined;
	atMost?: number;
	atLeast?: number;
}

const FLOOR: Target["against"] = ({ floor }) => floor;
const POSTGRES: Target["against"] = ({ undertoneSnippet, postgresSnippet, postgres }, ours) =>
	ours === undertoneSnippet ? postgresSnippet : postgres;

const TARGETS: Record<Place["kind"], readonly Target[]> = {
	tmpfs: [
		{ name: "CPU to the floor", field: "cpu", connections: 1, against: FLOOR, atMost: 1.5 },
		{ name: "CPU to the floor", field: "cpu", connections: BUSY, against: FLOOR, atMost: 1.35 },
		{ name: "CPU to tuned PostgreSQL", field: "cpu", connections: 1, against: POSTGRES, atMost: 1.2 },
		{ name: "CPU to tuned PostgreSQL", field: "cpu", connections: BUSY, against: POSTGRES, atMost: 0.8 },
		{
			name: "requests to tuned PostgreSQL",
			field: "requestsPerSecond",
			connections: BUSY,
			against: POSTGRES,
			atLeast: 0.95,
		},
	],
	disk: [
		{
			name: "requests to tuned PostgreSQL",
			field: "requestsPerSecond",
			connections: BUSY,
			against: POSTGRES,
			atLeast: 0.6,
		},
	],
};
const MAX_ROWS_A_BATCH = 1.1;

function reportTargets({ kind }: Place, field: Field, results: Results): void {
	console.log("\nTargets");
	for (const ours of [field.undertone, field.undertoneSnippet]) {
		for (const { name, field: measured, connections, against, atMost, atLeast } of TARGETS[kind]) {
			const other = against(field, ours);
			if (!other) continue;
			const own = ratio(measured, results.of(ours, connections), results.of(other, connections));
			const isMet = own.median <= (atMost ?? Infinity) && own.median >= (atLeast ?? 0);
			const limit = atMost === undefined ? `at least ${atLeast}` : `at most ${atMost}`;
			const target = `${ours.name}, ${connections} connection${connections > 1 ? "s" : ""}: ${name} ${limit}`;
			console.log(checked(isMet, target, formatRatio(own)));
		}
		if (kind !== "tmpfs") continue;
		const rows = results.rowsABatch(ours) ?? Number.NaN;
		const target = `${ours.name}: rows written a batch at most ${MAX_ROWS_A_BATCH}`;
		console.log(checked(rows <= MAX_ROWS_A_BATCH, target, rows.toFixed(2)));
	}
}
