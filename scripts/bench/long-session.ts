import { fold } from "../../src/session-mood/engine/fold.ts";
import { readMood } from "../../src/session-mood/engine/read.ts";
import { emptyState } from "../../src/session-mood/engine/summary.ts";
import type { ModelState, MoodEvent } from "../../src/session-mood/engine/types.ts";
import { DEFAULT_MODEL } from "../../src/session-mood/models/index.ts";
import { checked, median, table } from "./table.ts";
import { EVENTS_A_BATCH, Traffic } from "./traffic.ts";

const LENGTHS = [10, 1_000, 100_000];
const ROUNDS = 5;
const BATCHES_A_ROUND = 2_000;
const TARGET = 100;

/** What one more batch costs in a session of so many events, folded in or with all events read again. */
export async function benchLongSession(): Promise<void> {
	const events = sessionOf(Math.max(...LENGTHS) + EVENTS_A_BATCH);
	const rows = LENGTHS.map((length) => {
		const stored = events.slice(0, length);
		const state = foldInBatches(stored);
		const batch = events.slice(length, length + EVENTS_A_BATCH);
		const all = [...stored, ...batch];
		const folded = median(rounds(() => cpuMicros(BATCHES_A_ROUND, () => readAfter(state, batch))));
		const repeats = Math.max(1, Math.round(20_000 / length));
		const recomputed = median(rounds(() => cpuMicros(repeats, () => readAfter(emptyState(), all))));
		return { length, folded, recomputed };
	});
	console.log(`One more batch of ${EVENTS_A_BATCH} events and a reading, in this process, CPU time:\n`);
	console.log(
		table(
			["events already stored", "folded in", "an event", "all events again", "ratio"],
			rows.map(({ length, folded, recomputed }) => [
				length.toLocaleString("en"),
				`${folded.toFixed(1)} µs`,
				`${(folded / EVENTS_A_BATCH).toFixed(2)} µs`,
				`${recomputed.toFixed(0)} µs`,
				`${(recomputed / folded).toFixed(0)}×`,
			]),
		),
	);
	const longest = rows.at(-1);
	if (!longest) return;
	const ratio = longest.recomputed / longest.folded;
	const target = `a session of 100,000 events costs at least ${TARGET}× less than recomputing`;
	console.log(`\n${checked(ratio >= TARGET, target, `${ratio.toFixed(0)}×`)}`);
}

/** One session with this many events, in order. */
function sessionOf(count: number): MoodEvent[] {
	const traffic = new Traffic(9_000_000, 1);
	const batches = traffic.take(Math.ceil(count / EVENTS_A_BATCH));
	return batches.flatMap(({ body }) => JSON.parse(body).events).slice(0, count);
}

function foldInBatches(events: readonly MoodEvent[]): ModelState {
	let state = emptyState();
	for (let i = 0; i < events.length; i += EVENTS_A_BATCH) {
		state = fold(DEFAULT_MODEL, state, events.slice(i, i + EVENTS_A_BATCH));
	}
	return state;
}

const readAfter = (state: ModelState, batch: readonly MoodEvent[]) =>
	readMood(DEFAULT_MODEL, fold(DEFAULT_MODEL, state, batch));

const rounds = (measure: () => number) => Array.from({ length: ROUNDS }, measure);

function cpuMicros(times: number, task: () => unknown): number {
	const before = process.cpuUsage();
	for (let i = 0; i < times; i++) task();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / times;
}
