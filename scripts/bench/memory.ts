import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays } from "../../src/journal/days/calendar-day.ts";
import { newPersonToken, newSecretKey } from "../chaos/world.ts";
import { freePort } from "../free-port.ts";
import { startLocalServer } from "../local-server.ts";
import { IsolateHeap } from "./isolate-heap.ts";
import { table } from "./table.ts";

/** Of the isolate's 128 MB. */
const TARGET_MB = 100;
/** Ten years. */
const DAYS = 3_650;
const MIB = 1024 * 1024;

interface Load {
	name: string;
	/** Sends it; answers with the statuses that came back. */
	send(url: string): Promise<number[]>;
}

const post = async (
	url: string,
	headers: Record<string, string>,
	body: string | Uint8Array<ArrayBuffer> | FormData,
): Promise<number> => {
	const response = await fetch(url, { method: "POST", headers, body });
	await response.arrayBuffer();
	return response.status;
};

const bearer = async () => ({ Authorization: `Bearer ${await newPersonToken()}` });
const importAs = (type: string, body: () => string) => async (url: string) => [
	await post(`${url}/api/import`, { ...(await bearer()), "Content-Type": type }, body()),
];

/** A journal of ten years, each day with the scores and the timeline of a real note. */
async function tenYears(url: string): Promise<number[]> {
	const as = await bearer();
	await post(`${url}/api/moods`, as, formOf(new File([note], "note.webm", { type: "audio/webm" })));
	const exported = await fetch(`${url}/api/export?format=json`, { headers: as });
	const journal = (await exported.json()) as { entries: object[] };
	const [entry] = journal.entries;
	const entries = Array.from({ length: DAYS }, (_, i) => ({
		...entry,
		id: crypto.randomUUID(),
		entryDate: addDays("2015-01-01", i),
		selectedEmoji: "😌",
	}));
	const body = JSON.stringify({ ...journal, entries });
	const headers = { ...(await bearer()), "Content-Type": "application/json" };
	return [await post(`${url}/api/import`, headers, body)];
}

const note = readFileSync(new URL("../../test/voice/fixtures/note.webm", import.meta.url));

/** Fifty-nine seconds of a buzz, loud and soft by turns, as a WAV of 10.4 MB: 16 bit, stereo, 44,100 Hz. */
function largestRecording(): File {
	const rate = 44_100;
	const bytes = 59 * rate * 4;
	const header = Buffer.alloc(44);
	header.write("RIFF", 0);
	header.writeUInt32LE(36 + bytes, 4);
	header.write("WAVEfmt ", 8);
	header.writeUInt32LE(16, 16);
	header.writeUInt16LE(1, 20);
	header.writeUInt16LE(2, 22);
	header.writeUInt32LE(rate, 24);
	header.writeUInt32LE(rate * 4, 28);
	header.writeUInt16LE(4, 32);
	header.writeUInt16LE(16, 34);
	header.write("data", 36);
	header.writeUInt32LE(bytes, 40);
	const samples = Buffer.alloc(bytes);
	for (let i = 0; i < bytes; i += 2) {
		const t = i / 4 / rate;
		samples.writeInt16LE(Math.round(8_000 * (1 + Math.sin(20 * t)) * ((t * 140) % 1) - 8_000), i);
	}
	return new File([header, samples], "note.wav", { type: "audio/wav" });
}

function formOf(audio: File): FormData {
	const form = new FormData();
	form.set("audio", audio);
	form.set("language", "en");
	form.set("duration", "40");
	return form;
}

const upload = (file: () => File, count: number) => (url: string) => {
	const audio = file();
	return Promise.all(
		Array.from({ length: count }, async () => {
			return post(`${url}/api/moods`, await bearer(), formOf(audio));
		}),
	);
};

const LOADS: readonly Load[] = [
	{ name: "one note of 40 s", send: upload(() => new File([note], "note.webm", { type: "audio/webm" }), 1) },
	{ name: "ten recordings of 10 MB at once", send: upload(largestRecording, 10) },
	{ name: "a JSON journal of ten years", send: tenYears },
	{
		name: "a CSV of 4 MiB without a valid line",
		send: importAs("text/csv", () => `full_date,mood\n${"x\n".repeat(2 * MIB - 20)}`),
	},
	{ name: "JSON of 15 MiB, all brackets", send: importAs("application/json", () => "[".repeat(15 * MIB)) },
	{
		name: "a batch of 1 MiB of events",
		async send(url) {
			const events = Array.from({ length: 60_000 }, () => ({ type: "click" }));
			const headers = { "X-Api-Key": await newSecretKey(url) };
			const body = JSON.stringify({ events }).slice(0, MIB);
			return [await post(`${url}/v1/sessions/memory/events`, headers, body)];
		},
	},
	{
		name: "a dialog of 5,000 blocks",
		async send(url) {
			const blocks = Array.from({ length: 5_000 }, (_, i) => ({
				speaker: "ANNA",
				text: `Line ${i}. `.repeat(40),
			}));
			const headers = { ...(await bearer()), "Content-Type": "application/json" };
			return [
				await post(`${url}/api/dialogs`, headers, JSON.stringify({ title: "Long", lang: "en", blocks })),
			];
		},
	},
];

/** The memory of the isolate, array buffers included, while it is sent the largest and the most hostile requests. */
export async function benchMemory(): Promise<void> {
	const state = mkdtempSync(join(tmpdir(), "undertone-memory-"));
	const inspectorPort = await freePort();
	const server = await startLocalServer({ port: await freePort(), state, output: "ignore", inspectorPort });
	try {
		const heap = await IsolateHeap.connect(inspectorPort);
		const rows: string[][] = [];
		for (const { name, send } of LOADS) {
			const before = await heap.usedMb();
			let statuses: number[] = [];
			const peak = await heap.peakMb(async () => {
				statuses = await send(server.url);
			});
			const answers = [...new Set(statuses)].sort().join(", ");
			rows.push([
				name,
				answers,
				...[before, peak].map((mb) => mb.toFixed(0)),
				peak <= TARGET_MB ? "met" : "missed",
			]);
		}
		console.log(table(["load", "answers", "before, MB", "peak, MB", `at most ${TARGET_MB} MB`], rows));
		heap.close();
	} finally {
		await server.stop();
		rmSync(state, { recursive: true, force: true });
	}
}
