import { makeZip } from "client-zip";
import Papa from "papaparse";
import type { Context } from "../../../context.ts";
import { EMOTIONS, moodLevel } from "../../../emotions.ts";
import { dayOfWeek, type Period } from "../../days/calendar-day.ts";
import type { EntryDocument } from "./contract.ts";
import { readEntries, readHead } from "./read-document.ts";

const COLUMNS = [
	"date",
	"weekday",
	"mood",
	"level",
	"activities",
	"language",
	"duration",
	"created_at",
	...EMOTIONS,
	"reliability",
	"note",
];

/** A cell that begins like a formula is one to a spreadsheet (OWASP, CSV injection); a quote in front makes it text. */
const FORMULA = /^[\s]*[=+\-@\t\r]/;

const line = (cells: readonly (string | number)[]): string =>
	`${Papa.unparse([[...cells]], { escapeFormulae: FORMULA })}\r\n`;

/** The first line, with the mark by which spreadsheets know UTF-8. */
export const csvHeader = (): string => `\uFEFF${line(COLUMNS)}`;

/** An entry as a line: what was chosen, the percent of each emotion, and how far to rely on them. */
export function csvLine(entry: EntryDocument): string {
	const scores = new Map(entry.emotionScores.map(({ emotion, confidence }) => [emotion, confidence]));
	return line([
		entry.entryDate,
		dayOfWeek(entry.entryDate),
		entry.selectedEmoji ?? "",
		entry.selectedEmoji === null ? "" : moodLevel(entry.selectedEmoji),
		entry.activityKeys.join("; "),
		entry.language,
		entry.duration,
		entry.createdAt,
		...EMOTIONS.map((emotion) => scores.get(emotion) ?? ""),
		entry.reliability ?? "",
		entry.note ?? "",
	]);
}

/** Pieces of text as bytes, made as they are read: a journal of any length takes the memory of a page. */
function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	return new ReadableStream({
		async pull(controller) {
			const { done, value } = await pieces.next();
			if (done) controller.close();
			else controller.enqueue(encoder.encode(value));
		},
		async cancel() {
			await pieces.return(undefined);
		},
	});
}

async function* jsonPieces(context: Context, userId: string, period: Period): AsyncGenerator<string> {
	const head = JSON.stringify(await readHead(context, userId));
	yield `${head.slice(0, -1)},"entries":[`;
	let separator = "\n";
	for await (const { document } of readEntries(context, userId, period)) {
		yield separator + JSON.stringify(document);
		separator = ",\n";
	}
	yield "\n]}\n";
}

async function* csvPieces(context: Context, userId: string, period: Period): AsyncGenerator<string> {
	yield csvHeader();
	for await (const { document } of readEntries(context, userId, period)) yield csvLine(document);
}

async function* archiveFiles(context: Context, userId: string, period: Period) {
	const lastModified = new Date(context.now());
	yield { name: "journal.json", input: streamOf(jsonPieces(context, userId, period)), lastModified };
	yield { name: "entries.csv", input: streamOf(csvPieces(context, userId, period)), lastModified };
	for await (const { document, audioKey } of readEntries(context, userId, period)) {
		const object = audioKey && (await context.recordings.get(audioKey));
		if (!object || !document.recording) continue;
		yield { name: document.recording.file, input: object.body, size: object.size, lastModified };
	}
}

/** The journal as one JSON document, streamed. Settings, consents and alerts are in it whatever the period. */
export const exportJson = (context: Context, userId: string, period: Period) =>
	streamOf(jsonPieces(context, userId, period));

/** The entries as a table, streamed. */
export const exportCsv = (context: Context, userId: string, period: Period) =>
	streamOf(csvPieces(context, userId, period));

/** The document, the table and every recording of the period in an archive, streamed one recording at a time. */
export const exportZip = (context: Context, userId: string, period: Period) =>
	makeZip(archiveFiles(context, userId, period));
