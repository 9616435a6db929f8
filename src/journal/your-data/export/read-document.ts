import { and, asc, between, eq, gt, sql } from "drizzle-orm";
import type { Context } from "../../../context.ts";
import { EMOJI, EMOTIONS } from "../../../emotions.ts";
import { readLearned } from "../../adjustment/read-adjustment.ts";
import type { CalendarDay, Period } from "../../days/calendar-day.ts";
import { listConsents } from "../../settings/consents.ts";
import { readSettings, type Settings } from "../../settings/read-settings.ts";
import { alerts, entryActivities, moodEntries, type TimelineWindow, zoneChanges } from "../../tables.ts";
import { type EntryDocument, FORMAT, type JournalDocument, VERSION } from "./contract.ts";

/** A window with its confidences in the order of EMOTIONS: a tenth of the text, over thousands of them. */
export interface CompactWindow {
	at: number;
	length: number;
	confidences: number[];
}

export const compactWindow = ({ at, length, scores }: TimelineWindow): CompactWindow => {
	const confidences = new Map(scores.map(({ emotion, confidence }) => [emotion, confidence]));
	return { at, length, confidences: EMOTIONS.map((emotion) => confidences.get(emotion) ?? 0) };
};

/** Scores highest first, as they are stored. */
export const fullWindow = ({ at, length, confidences }: CompactWindow): TimelineWindow => ({
	at,
	length,
	scores: EMOTIONS.map((emotion, i) => ({
		emoji: EMOJI[emotion],
		emotion,
		confidence: confidences[i] ?? 0,
	})).sort((a, b) => b.confidence - a.confidence),
});

const EXTENSIONS: readonly [RegExp, string][] = [
	[/wav/i, "wav"],
	[/webm/i, "webm"],
	[/ogg/i, "ogg"],
	[/mpeg|mp3/i, "mp3"],
];

/** Where a recording lies in an archive: `recordings/2026-05-04.webm` */
export function recordingFile(day: CalendarDay, contentType: string): string {
	const extension = EXTENSIONS.find(([type]) => type.test(contentType))?.[1] ?? "audio";
	return `recordings/${day}.${extension}`;
}

/** Entries a query: a page of text and a few hundred windows of scores each. */
const PAGE = 200;

type Head = Omit<JournalDocument, "entries">;

const settingsDocument = (settings: Settings): Head["settings"] => ({
	...settings,
	consentGivenAt: settings.consentGivenAt?.toISOString() ?? null,
});

async function readAlerts({ db }: Context, userId: string): Promise<Head["alerts"]> {
	const rows = await db
		.select()
		.from(alerts)
		.where(eq(alerts.userId, userId))
		.orderBy(asc(alerts.detectedAt), asc(alerts.id));
	return rows.map(
		({ id, alertType, patternDetails, detectedAt, dismissedAt }) =>
			({
				id,
				alertType,
				patternDetails,
				detectedAt: detectedAt.toISOString(),
				dismissedAt: dismissedAt?.toISOString() ?? null,
			}) as Head["alerts"][number],
	);
}

async function readZoneChanges({ db }: Context, userId: string): Promise<Head["zoneChanges"]> {
	const { changedAt, fromTimezone, toTimezone, fromDate, toDate } = zoneChanges;
	const rows = await db
		.select({ changedAt, fromTimezone, toTimezone, fromDate, toDate })
		.from(zoneChanges)
		.where(eq(zoneChanges.userId, userId))
		.orderBy(asc(zoneChanges.id));
	return rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() }));
}

/** Everything of a person's journal but the entries. */
export async function readHead(context: Context, userId: string): Promise<Head> {
	return {
		format: FORMAT,
		version: VERSION,
		exportedAt: new Date(context.now()).toISOString(),
		settings: settingsDocument(await readSettings(context, userId)),
		consents: await listConsents(context, userId),
		zoneChanges: await readZoneChanges(context, userId),
		voiceAdjustment: await readLearned(context, userId),
		alerts: await readAlerts(context, userId),
	};
}

/** An entry with the object that holds its recording. */
export interface ExportedEntry {
	document: EntryDocument;
	audioKey: string | null;
}

const activityKeys = sql<string>`(select json_group_array(activity_key) from ${entryActivities} where entry_id = ${moodEntries.id})`;

function exported(row: typeof moodEntries.$inferSelect & { activityKeys: string }): ExportedEntry {
	const { id, entryDate, timezone, language, duration, measuredDuration, selectedEmoji, note } = row;
	const contentType = row.audioContentType ?? "";
	const document: EntryDocument = {
		id,
		entryDate,
		timezone,
		createdAt: row.createdAt.toISOString(),
		language,
		duration,
		measuredDuration,
		selectedEmoji,
		activityKeys: JSON.parse(row.activityKeys) as string[],
		note,
		emotionScores: row.emotionScores,
		...(row.reliability && { reliability: row.reliability }),
		...(row.modelVersion !== null && { modelVersion: row.modelVersion }),
		...(row.probabilityCorrect !== null && { probabilityCorrect: row.probabilityCorrect }),
		timeline: row.timeline?.map(compactWindow) ?? null,
		recording: row.audioKey
			? { file: recordingFile(entryDate, contentType), contentType, size: row.audioSize ?? 0 }
			: null,
	};
	return { document, audioKey: row.audioKey };
}

/** The person's entries of a period, oldest first, a page at a time. */
export async function* readEntries(
	{ db }: Context,
	userId: string,
	{ first, last }: Period,
): AsyncGenerator<ExportedEntry> {
	let after = "";
	for (;;) {
		const rows = await db
			.select({ entry: moodEntries, activityKeys })
			.from(moodEntries)
			.where(
				and(
					eq(moodEntries.userId, userId),
					between(moodEntries.entryDate, first, last),
					gt(moodEntries.entryDate, after),
				),
			)
			.orderBy(asc(moodEntries.entryDate))
			.limit(PAGE);
		for (const row of rows) yield exported({ ...row.entry, activityKeys: row.activityKeys });
		if (rows.length < PAGE) return;
		after = rows.at(-1)?.entry.entryDate ?? after;
	}
}
