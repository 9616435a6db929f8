import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import type { Miniflare } from "miniflare";
import { EMOJI, EMOTIONS } from "../../src/emotions.ts";
import { addDays } from "../../src/journal/days/calendar-day.ts";
import { keySetOf, LOCAL_ISSUER, newSigningKey, signToken } from "../local-keys.ts";
import { cpuSeconds } from "./cpu-time.ts";
import { migrate, startWorkerd } from "./servers/workerd.ts";
import { table } from "./table.ts";

/** Ten years. */
const ENTRIES = 3_650;
const REPETITIONS = 20;
const PERSON = "user_bench";
const TODAY = new Date().toISOString().slice(0, 10);
const YEAR = TODAY.slice(0, 4);

const ENDPOINTS = [
	"/api/moods",
	`/api/moods/date/${TODAY}`,
	"/api/progress/summary?days=30",
	`/api/progress/calendar/${YEAR}/1`,
	`/api/progress/year/${YEAR}`,
	"/api/progress/alerts",
	"/api/progress/weekday-distribution",
	"/api/progress/mood-trend",
	"/api/progress/mood-counts",
	"/api/progress/insights",
	"/api/activities/stats",
	"/api/activities/mood-correlation",
];

/** What one reading costs. */
interface Reading {
	path: string;
	queries: number;
	rowsRead: number;
	bytes: number;
	/** Milliseconds of the server's CPU time. */
	cpu: number;
}

/** The app in one module. The voice model is left out: no reading needs it. */
async function bundle(): Promise<string> {
	const { outputFiles } = await build({
		entryPoints: [join(import.meta.dirname, "servers/journal-worker.ts")],
		bundle: true,
		write: false,
		format: "esm",
		platform: "node",
		conditions: ["workerd", "worker", "browser"],
		external: ["cloudflare:*", "node:*"],
		loader: { ".wasm": "empty", ".onnx": "empty", ".txt": "text", ".html": "text" },
		logLevel: "error",
	});
	return outputFiles[0]?.text ?? "";
}

/** An entry a day for ten years, each with three activities and the timeline of a minute. */
async function fillJournal(miniflare: Miniflare): Promise<void> {
	const database = await miniflare.getD1Database("DB");
	const scores = EMOTIONS.map((emotion) => ({ emotion, emoji: EMOJI[emotion], confidence: 12.5 }));
	const timeline = Array.from({ length: 20 }, (_, i) => ({ at: i * 3, length: 3, scores }));
	const entries = Array.from({ length: ENTRIES }, (_, i) => ({
		id: `entry-${i}`,
		date: addDays(TODAY, -i),
		emoji: EMOJI[EMOTIONS[(i * 5 + (i >> 3)) % EMOTIONS.length] ?? "calm"],
		first: i % 14,
	}));
	const listed = JSON.stringify(entries);
	await database.batch([
		database
			.prepare(
				`insert into mood_entries (id, user_id, entry_date, timezone, created_at, language, duration, measured_duration,
					selected_emoji, emotion_scores, timeline)
				select value ->> 'id', ?, value ->> 'date', 'Asia/Kolkata', 0, 'en', 60, 60, value ->> 'emoji', ?, ?
				from json_each(?)`,
			)
			.bind(PERSON, JSON.stringify(scores), JSON.stringify(timeline), listed),
		database
			.prepare(
				`insert into entry_activities (entry_id, activity_key)
				select value ->> 'id', activities.key from json_each(?)
				join activities on (sort_order + (value ->> 'first')) % 14 < 3`,
			)
			.bind(listed),
	]);
}

async function read(url: URL, path: string, token: string, pid: number): Promise<Reading> {
	const get = async (headers: Record<string, string>) => {
		const answer = await fetch(new URL(path, url), {
			headers: { Authorization: `Bearer ${token}`, ...headers },
		});
		const body = await answer.text();
		if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${body.slice(0, 200)}`);
		return { answer, bytes: body.length };
	};
	const { answer, bytes } = await get({ "X-Count": "1" });
	await get({});
	const before = cpuSeconds([pid]);
	for (let i = 0; i < REPETITIONS; i++) await get({});
	const cpu = ((cpuSeconds([pid]) - before) * 1000) / REPETITIONS;
	const header = (name: string) => Number(answer.headers.get(name));
	return { path, queries: header("X-Queries"), rowsRead: header("X-Rows-Read"), bytes, cpu };
}

interface Server {
	url: URL;
	pid: number;
	token: string;
	/** Someone without a journal. */
	other: string;
}

/** Takes the whole journal out and gives it to someone else. Entries, size and CPU of both ways. */
async function moveJournal({ url, pid, token, other }: Server): Promise<string[][]> {
	const timed = async (path: string, init: RequestInit) => {
		const before = cpuSeconds([pid]);
		const text = await (await fetch(new URL(path, url), init)).text();
		return { text, cpu: ((cpuSeconds([pid]) - before) * 1000).toFixed(0) };
	};
	const out = await timed("/api/export", { headers: { Authorization: `Bearer ${token}` } });
	const headers = { Authorization: `Bearer ${other}`, "Content-Type": "application/json" };
	const back = await timed("/api/import", { method: "POST", headers, body: out.text });
	const size = `${(out.text.length / 2 ** 20).toFixed(1)} MiB`;
	const exported = JSON.parse(out.text).entries.length;
	const { imported } = JSON.parse(back.text).data;
	return [
		["/api/export", String(exported), size, out.cpu],
		["/api/import", String(imported), size, back.cpu],
	];
}

/** What a person with ten years of entries costs: queries, rows read as D1 bills them, and CPU, a request. */
export async function benchJournal(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), "undertone-journal-"));
	const key = await newSigningKey();
	const { miniflare, url, pid } = await startWorkerd("journal", {
		modules: true,
		script: await bundle(),
		compatibilityFlags: ["nodejs_compat"],
		d1Databases: ["DB"],
		r2Buckets: ["RECORDINGS"],
		bindings: { CLERK_ISSUER: LOCAL_ISSUER, LOCAL_JWKS: keySetOf(key) },
		resourcePersistencePath: folder,
	});
	try {
		await migrate(miniflare);
		await fillJournal(miniflare);
		const token = await signToken(key, PERSON, []);
		console.log(
			`Readings of a journal of ${ENTRIES.toLocaleString("en-US")} entries with three activities each.`,
		);
		const rows: string[][] = [];
		for (const path of ENDPOINTS) {
			const { queries, rowsRead, bytes, cpu } = await read(url, path, token, pid);
			const size = `${(bytes / 1024).toFixed(1)} KiB`;
			rows.push([path, String(queries), rowsRead.toLocaleString("en-US"), size, cpu.toFixed(1)]);
		}
		const server = { url, pid, token, other: await signToken(key, `${PERSON}_2`, []) };
		console.log(table(["", "queries", "rows read", "answer", "CPU ms"], rows));
		console.log(table(["All of it", "entries", "size", "CPU ms"], await moveJournal(server)));
	} finally {
		await miniflare.dispose();
		rmSync(folder, { recursive: true, force: true });
	}
}
