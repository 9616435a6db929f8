import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Measurement, type Plan, type Results, runRounds } from "./rounds.ts";
import type { Contender, Place } from "./servers/contender.ts";
import { startPostgresPeer, startSqlitePeer } from "./servers/node.ts";
import { bundleWorker, startFloor, startHello, startUndertone } from "./servers/workerd.ts";
import { checked, median, table } from "./table.ts";
import { EVENTS_A_BATCH, SESSIONS } from "./traffic.ts";

const MEMORY = "/dev/shm";
const DISK = "/var/tmp";
const ON_TMPFS: Plan = {
	rounds: 5,
	requests: new Map([
		[1, 1_000],
		[32, 3_000],
	]),
};
const ON_DISK: Plan = {
	rounds: 2,
	requests: new Map([
		[1, 300],
		[32, 1_000],
	]),
};
const TARGETS = { cpuOfHello: 5, cpuOfPostgres: 1.1, throughputOfPostgres: 0.7 };

interface Field {
	hello: Contender;
	floor: Contender;
	undertone: Contender;
	/** Undefined when no PostgreSQL is installed. */
	postgres: Contender | undefined;
	sqlite: Contender;
}

/** The hot path, `POST /v1/sessions/:id/events`, beside the least a Worker can do and beside Node servers. */
export async function benchSessionMood(): Promise<void> {
	console.log(
		`POST /v1/sessions/:id/events: ${EVENTS_A_BATCH} events a batch, ${SESSIONS} sessions, personas with changing moods.`,
	);
	console.log(
		"CPU is that of all server processes (PostgreSQL's too), the load generator's is not. Medians; ratios are",
	);
	console.log("taken within a round, with the least and the most in brackets.");
	if (existsSync(MEMORY)) {
		await benchAt(newPlace("tmpfs", MEMORY), ON_TMPFS);
	} else {
		console.log(`\nThere is no ${MEMORY} here, so there is no pass on tmpfs and no target is looked at.`);
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
		if (place.kind === "tmpfs") reportTargets(field, results, [...plan.requests.keys()]);
	} finally {
		for (const contender of contenders) await contender.stop();
		rmSync(place.folder, { recursive: true, force: true });
	}
}

async function startAll(place: Place): Promise<Field> {
	const durable = place.kind === "disk";
	const bundle = mkdtempSync(join(tmpdir(), "undertone-bundle-"));
	const modules = await bundleWorker(bundle);
	rmSync(bundle, { recursive: true });
	return {
		hello: await startHello(),
		floor: await startFloor(place),
		undertone: await startUndertone(modules, place),
		postgres: await startPostgresPeer(place, durable),
		sqlite: await startSqlitePeer(place, durable),
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
		const own = results(contender, connections);
		const middle = (name: keyof Measurement) => median(own.map((measurement) => measurement[name]));
		const versus = (name: keyof Measurement, other: Contender | undefined) =>
			other && other !== contender ? formatRatio(ratio(name, own, results(other, connections))) : "";
		return [
			[
				contender.name,
				`${middle("cpu").toFixed(0)} µs`,
				versus("cpu", field.hello),
				contender.work !== "events" ? "" : versus("cpu", field.postgres),
				middle("requestsPerSecond").toFixed(0),
				contender.work !== "events" ? "" : versus("requestsPerSecond", field.postgres),
				`${middle("p50").toFixed(2)} ms`,
				`${middle("p99").toFixed(2)} ms`,
			],
		];
	});
	const header = ["CPU a request", "to hello", "to PostgreSQL", "requests/s", "to PostgreSQL", "p50", "p99"];
	console.log(`\n${table([`${connections} connection${connections > 1 ? "s" : ""}`, ...header], rows)}`);
}

function reportTargets(
	{ hello, undertone, postgres }: Field,
	results: Results,
	all: readonly number[],
): void {
	console.log("\nTargets");
	const check = (
		other: Contender,
		field: keyof Measurement,
		connections: number,
		isMet: (r: number) => boolean,
	) => {
		const measured = ratio(field, results(undertone, connections), results(other, connections));
		return { met: isMet(measured.median), text: formatRatio(measured) };
	};
	for (const connections of all) {
		const at = `at ${connections} connection${connections > 1 ? "s" : ""}`;
		const { met, text } = check(hello, "cpu", connections, (r) => r <= TARGETS.cpuOfHello);
		console.log(checked(met, `CPU a request at most ${TARGETS.cpuOfHello}× bare hello, ${at}`, text));
		if (!postgres) continue;
		const beside = check(postgres, "cpu", connections, (r) => r <= TARGETS.cpuOfPostgres);
		const target = `CPU a request at most ${TARGETS.cpuOfPostgres}× tuned PostgreSQL, ${at}`;
		console.log(checked(beside.met, target, beside.text));
	}
	if (!postgres) return;
	const busiest = Math.max(...all);
	const { met, text } = check(
		postgres,
		"requestsPerSecond",
		busiest,
		(r) => r >= TARGETS.throughputOfPostgres,
	);
	const target = `throughput at ${busiest} connections at least ${TARGETS.throughputOfPostgres}× tuned PostgreSQL`;
	console.log(checked(met, target, text));
}
