import Papa from "papaparse";
import { EMOTIONS, moodLevel } from "../../../emotions.ts";
import { dayOfWeek } from "../../days/calendar-day.ts";
import type { EntryDocument } from "./contract.ts";

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
	]);
}
