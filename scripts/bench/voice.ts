import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extractDecoderWasm } from "../extract-decoder-wasm.ts";
import { cpuSeconds } from "./cpu-time.ts";
import { memoryMb, peakMemoryMb, resetPeakMemory } from "./resident-memory.ts";
import { type Modules, modulesIn, startWorkerd } from "./servers/workerd.ts";
import { checked, median, table } from "./table.ts";
import { runWav2Vec2 } from "./voice/wav2vec2-large.ts";

const NOTE = join(import.meta.dirname, "../../test/voice/fixtures/note-60s.webm");
const CONFIG = join(import.meta.dirname, "voice/wrangler.toml");

const WARM_MS = 600;
const FIRST_MORE_MS = 1_200;
const PARALLEL_MB = 100;
const WARM_UP = 10;
const ROUNDS = 20;
const IN_A_ROW = 200;

type Step = "scores" | "decode" | "features";

interface VoiceServer {
	/** CPU milliseconds of one note up to a step. Fails on any answer but 200. */
	cpuMs(step: Step): Promise<number>;
	analyse(): Promise<void>;
	pid: number;
	stop(): Promise<void>;
}

/** A note of 60 s as a browser records it, from bytes to scores in workerd: CPU, memory, and the system it replaces. */
export async function benchVoice(): Promise<void> {
	const modules = await bundle();
	const server = await start(modules, await readFile(NOTE));
	try {
		const first = await server.cpuMs("scores");
		const warm = await reportCpu(server, first);
		await reportMemory(server);
		reportPeer(warm);
	} finally {
		await server.stop();
	}
}

async function bundle(): Promise<Modules> {
	await extractDecoderWasm();
	const folder = await mkdtemp(join(tmpdir(), "voice-bench-"));
	try {
		const { status, stderr } = spawnSync(
			"wrangler",
			["deploy", "--dry-run", "--outdir", folder, "--config", CONFIG],
			{
				env: { ...process.env, WRANGLER_SEND_METRICS: "false", CI: "true" },
				encoding: "utf8",
			},
		);
		if (status !== 0) throw new Error(`The Worker could not be bundled:\n${stderr}`);
		return modulesIn(folder);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function start(modules: Modules, note: Uint8Array<ArrayBuffer>): Promise<VoiceServer> {
	const { miniflare, url, pid } = await startWorkerd("voice", { modules });
	const post = async (step: Step) => {
		const response = await fetch(new URL(`/${step}`, url), { method: "POST", body: note });
		if (response.status !== 200) throw new Error(`/${step} answered ${response.status}`);
		await response.arrayBuffer();
	};
	return {
		async cpuMs(step) {
			const before = cpuSeconds([pid]);
			await post(step);
			return (cpuSeconds([pid]) - before) * 1000;
		},
		analyse: () => post("scores"),
		pid,
		stop: () => miniflare.dispose(),
	};
}

/** Prints CPU a note, step by step, and returns the warm median in ms. */
async function reportCpu(server: VoiceServer, first: number): Promise<number> {
	const steps: Record<Step, number[]> = { decode: [], features: [], scores: [] };
	for (let round = -WARM_UP; round < ROUNDS; round++) {
		for (const [step, times] of Object.entries(steps) as [Step, number[]][]) {
			const time = await server.cpuMs(step);
			if (round >= 0) times.push(time);
		}
	}
	const [decode, features, warm] = [median(steps.decode), median(steps.features), median(steps.scores)];
	const row = (name: string, ms: number) => [name, ms.toFixed(0)];
	console.log(`A WebM/Opus note of 60 s in workerd, median of ${ROUNDS} after ${WARM_UP}\n`);
	console.log(
		table(
			["CPU ms a note", "ms"],
			[
				row("decode to 16 kHz mono", decode),
				row("+ log-mel", features - decode),
				row("+ windows and model", warm - features),
				row("= bytes to scores", warm),
				row("first request of an isolate", first),
			],
		),
	);
	console.log(`\n${checked(warm <= WARM_MS, `warm at most ${WARM_MS} ms`, `${warm.toFixed(0)} ms`)}`);
	const more = first - warm;
	console.log(
		checked(more <= FIRST_MORE_MS, `first at most ${FIRST_MORE_MS} ms more`, `${more.toFixed(0)} ms more`),
	);
	return warm;
}

async function reportMemory({ analyse, pid }: VoiceServer): Promise<void> {
	const before = memoryMb(pid);
	resetPeakMemory(pid);
	await Promise.all(Array.from({ length: 10 }, analyse));
	const growth = peakMemoryMb(pid) - before;
	for (let i = 0; i < IN_A_ROW / 2; i++) await analyse();
	const half = memoryMb(pid);
	for (let i = 0; i < IN_A_ROW / 2; i++) await analyse();
	const all = memoryMb(pid);
	const mb = (value: number) => `${value.toFixed(0)} MB`;
	console.log(checked(growth < PARALLEL_MB, `ten at once grow by less than ${PARALLEL_MB} MB`, mb(growth)));
	const inARow = `resident ${mb(half)} after ${IN_A_ROW / 2}, ${mb(all)} after ${IN_A_ROW}`;
	console.log(checked(all - half < half * 0.05, `${IN_A_ROW} in a row without growth`, inARow));
}

function reportPeer(warmMs: number): void {
	console.log("\nThe same note by wav2vec2-large (24 layers, random weights) in a Python process\n");
	const peer = runWav2Vec2();
	if (typeof peer === "string") {
		console.log(`  skipped: ${peer}`);
		return;
	}
	const { cpu, wall, peakMb, parameters, torch, threads } = peer;
	console.log(
		table(
			["", "CPU s", "wall s", "peak MB"],
			[
				["Undertone, workerd", (warmMs / 1000).toFixed(2), "", ""],
				["wav2vec2-large, torch", cpu.toFixed(1), wall.toFixed(1), peakMb.toFixed(0)],
			],
		),
	);
	console.log(
		`\n  ${(cpu / (warmMs / 1000)).toFixed(0)} times the CPU; ${(parameters / 1e6).toFixed(0)} M parameters, torch ${torch}, ${threads} threads`,
	);
}
