import { setTimeout as delay } from "node:timers/promises";
import { cpuSeconds } from "./cpu-time.ts";
import { type LoadResult, sendAll } from "./load.ts";
import type { Contender, Stored } from "./servers/contender.ts";
import { type Batch, EVENTS_A_BATCH, SESSIONS, Traffic } from "./traffic.ts";

export interface Measurement {
	/** CPU time of the server's processes, in microseconds a request. */
	cpu: number;
	requestsPerSecond: number;
	/** Milliseconds. */
	p50: number;
	p99: number;
}

export interface Results {
	/** One measurement a round, in the order of the rounds. */
	of(contender: Contender, connections: number): Measurement[];
	/** Rows written a batch, where the server counts them. */
	rowsABatch(contender: Contender): number | undefined;
}

export interface Plan {
	rounds: number;
	/** Requests a round, by number of connections. */
	requests: ReadonlyMap<number, number>;
}

const TRAFFIC_SEED = 7_000_000;
/** What a server still does after its last answer belongs to the request that caused it. */
const SETTLE_MS = 50;
const WAKING_CONNECTIONS = 8;

/**
 * Sends the same batches to every contender, one after the other within each round, after one round that is not
 * counted. A batch to every session, not counted either, goes before each measurement: workerd puts away an object
 * that was idle for ten seconds, as all are while the others have their turn. Throws when an answer is not 2xx, or when in the end a store does not hold exactly what was sent.
 */
export async function runRounds(
	contenders: readonly Contender[],
	{ rounds, requests }: Plan,
): Promise<Results> {
	const traffic = new Traffic(TRAFFIC_SEED);
	const measured = new Map<string, Measurement[]>();
	let batches = 0;
	for (let round = 0; round <= rounds; round++) {
		for (const [connections, count] of requests) {
			const waking = traffic.take(SESSIONS);
			const work = traffic.take(count);
			batches += waking.length + work.length;
			for (const contender of contenders) {
				await send(contender, waking, WAKING_CONNECTIONS);
				const measurement = await measure(contender, work, connections);
				const key = `${contender.name} ${connections}`;
				if (round > 0) measured.set(key, [...(measured.get(key) ?? []), measurement]);
			}
		}
	}
	const rows = new Map<Contender, number | undefined>();
	for (const contender of contenders) {
		const { rowsWritten } = await stored(contender, batches * EVENTS_A_BATCH);
		rows.set(contender, rowsWritten && rowsWritten / batches);
	}
	return {
		of: ({ name }, connections) => measured.get(`${name} ${connections}`) ?? [],
		rowsABatch: (contender) => rows.get(contender),
	};
}

async function measure(
	contender: Contender,
	work: readonly Batch[],
	connections: number,
): Promise<Measurement> {
	const before = cpuSeconds(contender.pids);
	const { seconds, latencies } = await send(contender, work, connections);
	await delay(SETTLE_MS);
	const cpu = ((cpuSeconds(contender.pids) - before) / work.length) * 1e6;
	const at = (share: number) => latencies[Math.floor(share * (latencies.length - 1))] ?? Number.NaN;
	return { cpu, requestsPerSecond: work.length / seconds, p50: at(0.5), p99: at(0.99) };
}

const send = (contender: Contender, work: readonly Batch[], connections: number): Promise<LoadResult> =>
	sendAll(
		contender.url,
		work.map((batch) => contender.request(batch)),
		connections,
	);

async function stored({ name, work, stored }: Contender, sent: number): Promise<Stored> {
	const held = await stored();
	if (work === "events" && held.events !== sent)
		throw new Error(`${name} was sent ${sent} events and holds ${held.events}`);
	return held;
}
