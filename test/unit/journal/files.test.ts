import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { EMOJI, EMOTIONS } from "../../../src/emotions.ts";
import { recordingKey, recordingsPrefix } from "../../../src/journal/recordings/find-recordings.ts";
import { byteRange } from "../../../src/journal/recordings/play-recording.ts";
import { csvHeader, csvLine } from "../../../src/journal/your-data/export/export-journal.ts";
import {
	compactWindow,
	fullWindow,
	recordingFile,
} from "../../../src/journal/your-data/export/read-document.ts";
import { DAYLIO_DEFAULTS, MAX_ROWS, readDaylio } from "../../../src/journal/your-data/import/daylio.ts";
import { jsonChunks } from "../../../src/journal/your-data/import/write-entries.ts";

const entry = {
	id: "1",
	entryDate: "2026-05-04",
	timezone: "Asia/Kolkata",
	createdAt: "2026-05-04T10:00:00.000Z",
	language: "en" as const,
	duration: 42,
	measuredDuration: 41.9,
	selectedEmoji: "😊",
	activityKeys: ["work", "music"],
	note: "=1+1 by the river",
	emotionScores: [{ emoji: "😊", emotion: "happy" as const, confidence: 93 }],
	timeline: null,
	recording: null,
};
const rowsOf = (text: string) =>
	Papa.parse<string[]>(text.replace("\uFEFF", ""), { skipEmptyLines: true }).data;

describe("the table of entries", () => {
	it("has as many cells in a line as in its header", () => {
		const [header, row] = rowsOf(csvHeader() + csvLine(entry));
		expect(row).toHaveLength(header?.length ?? -1);
		expect(row?.slice(0, 9)).toEqual([
			"2026-05-04",
			"Mon",
			"😊",
			"7",
			"work; music",
			"en",
			"42",
			"2026-05-04T10:00:00.000Z",
			"93",
		]);
	});

	it("holds no cell that a spreadsheet would run, whatever an activity is called", () => {
		const nasty = fc
			.tuple(fc.constantFrom("=", "+", "-", "@", "\t", "\r", " =", "\n="), fc.string())
			.map((parts) => parts.join(""));
		fc.assert(
			fc.property(nasty, (key) => {
				const [row] = rowsOf(csvLine({ ...entry, activityKeys: [key] }));
				expect(row?.[4]).toBe(`'${key}`);
			}),
		);
	});

	it("names recordings by day and type", () => {
		expect(recordingFile("2026-05-04", "audio/webm;codecs=opus")).toBe("recordings/2026-05-04.webm");
		expect(recordingFile("2026-05-04", "audio/mpeg")).toBe("recordings/2026-05-04.mp3");
		expect(recordingFile("2026-05-04", "audio/x-wav")).toBe("recordings/2026-05-04.wav");
		expect(recordingFile("2026-05-04", "audio/ogg")).toBe("recordings/2026-05-04.ogg");
		expect(recordingFile("2026-05-04", "audio/flac")).toBe("recordings/2026-05-04.audio");
	});
});

describe("keys of recordings", () => {
	it("keep people apart, whatever their ids look like", () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), fc.uuid(), (a, b, entryId) => {
				fc.pre(a !== b && a.isWellFormed() && b.isWellFormed());
				expect(recordingKey(a, entryId).startsWith(recordingsPrefix(b))).toBe(false);
			}),
		);
	});
});

describe("chunks of JSON", () => {
	it("hold every item once, in order, and are no longer than they may be", () => {
		const items = fc.array(
			fc.integer({ min: 0, max: 300_000 }).map((length) => "x".repeat(length)),
			{ maxLength: 12 },
		);
		fc.assert(
			fc.property(items, (texts) => {
				const chunks = jsonChunks(texts);
				expect(chunks.flatMap((chunk) => JSON.parse(chunk))).toEqual(texts);
				for (const chunk of chunks) expect(chunk.length).toBeLessThan(600_000);
			}),
			{ numRuns: 50 },
		);
		expect(jsonChunks([])).toEqual([]);
	});
});

describe("timelines in an export", () => {
	it("are the same after they come back", () => {
		const scores = EMOTIONS.map((emotion, i) => ({
			emoji: EMOJI[emotion],
			emotion,
			confidence: i === 0 ? 65 : 5,
		}));
		const window = { at: 3, length: 3, scores };
		expect(fullWindow(compactWindow(window))).toEqual(window);
		const confidences = [1, 2, 3, 4, 50, 20, 15, 5];
		expect(compactWindow(fullWindow({ at: 0, length: 3, confidences }))).toEqual({
			at: 0,
			length: 3,
			confidences,
		});
	});
});

describe("ranges of bytes", () => {
	it("lie within the whole", () => {
		const anyRange = fc.tuple(fc.option(fc.nat(2000)), fc.option(fc.nat(2000)));
		fc.assert(
			fc.property(anyRange, fc.integer({ min: 1, max: 1000 }), ([from, to], size) => {
				const range = byteRange(`bytes=${from ?? ""}-${to ?? ""}`, size);
				if (typeof range === "string") return;
				expect(range.offset).toBeGreaterThanOrEqual(0);
				expect(range.length).toBeGreaterThan(0);
				expect(range.offset + range.length).toBeLessThanOrEqual(size);
			}),
		);
	});

	it("are whole for what is no range, and unsatisfiable beyond the end", () => {
		for (const header of [
			undefined,
			"",
			"bytes",
			"bytes=",
			"bytes=-",
			"bytes=3-1",
			"bytes=1-2,4-5",
			"lines=1-2",
		]) {
			expect(byteRange(header, 10), header).toBe("whole");
		}
		expect(byteRange("bytes=10-", 10)).toBe("unsatisfiable");
		expect(byteRange("bytes=-0", 10)).toBe("unsatisfiable");
		expect(byteRange("bytes=0-", 0)).toBe("unsatisfiable");
	});
});

describe("Daylio's table", () => {
	const header = "full_date,date,weekday,time,mood,activities,note_title,note\n";
	const read = (lines: string) => readDaylio(header + lines, DAYLIO_DEFAULTS);

	it("is read day by day: of several entries the last mood, with the activities and notes of all", async () => {
		const journal = await read(
			'2026-04-30,x,Thu,7:05 AM,rad,"friends | work",Up,early\n2026-04-30,x,Thu,19:30,awful,music,,"a, ""note""<br>of two lines"\n2026-04-29,x,Wed,12:10 am,Meh,,,\n',
		);
		expect(journal).toEqual({
			days: [
				{ date: "2026-04-29", time: "00:10", emoji: "😐", activityKeys: [], note: null },
				{
					date: "2026-04-30",
					time: "19:30",
					emoji: "😢",
					activityKeys: ["social", "work", "music"],
					note: 'Up\nearly\n\na, "note"\nof two lines',
				},
			],
			entries: 3,
			unknownMoods: [],
			unknownActivities: [],
			badLines: [],
		});
	});

	it("tells what it does not know, by lines as an editor counts them", async () => {
		const journal = await read(
			'2026-04-30,x,Thu,19:30,constructor,__proto__ | juggling,,"two\nlines"\n\n30.04.2026,x,Thu,99:99,good,,,\n',
		);
		expect(journal).toMatchObject({
			unknownMoods: ["constructor"],
			unknownActivities: ["__proto__", "juggling"],
			badLines: [5],
		});
	});

	it.each([
		["8:05 PM", "20:05"],
		["8:05 p. m.", "20:05"],
		["8:05 p.m.", "20:05"],
		["12:05 a. m.", "00:05"],
		["20.05", "20:05"],
		["20 h 05", "20:05"],
		["오후 8:05", "20:05"],
		["下午8:05", "20:05"],
		["午前8:05", "08:05"],
		["٢٠:٠٥", "20:05"],
		["८:०५ PM", "20:05"],
		["", "12:00"],
	])("takes the clock %j for %s", async (clock, time) => {
		expect(await read(`2026-04-30,x,Thu,"${clock}",good,,,\n`)).toMatchObject({ days: [{ time }] });
	});

	it("is read with semicolons, and where the bar is the only mark in the first rows", async () => {
		const semicolons = await readDaylio(
			"full_date;mood;activities\n2026-04-30;good;friends | work\n",
			DAYLIO_DEFAULTS,
		);
		expect(semicolons).toMatchObject({ days: [{ activityKeys: ["social", "work"] }] });
		const ragged = await readDaylio(
			"full_date,mood,activities\n2026-04-30,good\n2026-04-29,bad,a | b | c\n",
			DAYLIO_DEFAULTS,
		);
		expect(ragged).toMatchObject({ entries: 2, badLines: [] });
	});

	it("is read to its end beyond the thousand rows of one turn", async () => {
		const rows = Array.from(
			{ length: 2_500 },
			(_, i) => `2026-04-${String(1 + (i % 28)).padStart(2, "0")},x,Thu,19:30,good,,,"n\n${i}"\n`,
		);
		expect(await read(`${rows.join("")}never,x,Thu,19:30,good,,,\n`)).toMatchObject({
			entries: 2_501,
			badLines: [5_002],
		});
	});

	it("has no end that is not refused", async () => {
		expect(await read("x\n".repeat(MAX_ROWS + 1))).toBe("too_long");
	});

	it("is not any other table, and any text is read without failing", async () => {
		expect(await readDaylio("date,mood\n1,2\n", DAYLIO_DEFAULTS)).toBeUndefined();
		await fc.assert(
			fc.asyncProperty(fc.string(), async (text) => {
				await read(text);
				await readDaylio(text, DAYLIO_DEFAULTS);
			}),
		);
	});
});
