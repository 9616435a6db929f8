import type { Context } from "../../../context.ts";
import { invalidField } from "../../../errors.ts";
import { instantOf } from "../../days/time-zone.ts";
import { readSettings } from "../../settings/read-settings.ts";
import type { ImportReport } from "../contract.ts";
import { DAYLIO_DEFAULTS, type DaylioDay, type DaylioMapping, readDaylio } from "./daylio.ts";
import { type NewEntry, refuseImpossibleDays, writeEntries } from "./write-entries.ts";

function journalOf(csv: string, mapping: DaylioMapping) {
	const journal = readDaylio(csv, mapping);
	if (!journal)
		throw invalidField("body", "This is not a CSV export of Daylio: it has no full_date and mood");
	const [badLine] = journal.badLines;
	if (badLine !== undefined)
		throw invalidField("full_date", `Line ${badLine} has no date such as 2026-05-04`);
	if (journal.unknownMoods.length > 0) {
		const names = journal.unknownMoods.join(", ");
		throw invalidField("moods", `Say which emoji these moods stand for: ${names}`);
	}
	return journal;
}

/**
 * Takes a Daylio journal over; nothing is overwritten. Throws `invalid_input` when the text is not Daylio's, a date cannot be read,
 * or a mood name stands for no emoji: nothing is written then.
 */
export async function importDaylio(
	context: Context,
	userId: string,
	{ csv, mapping }: { csv: string; mapping: DaylioMapping },
): Promise<ImportReport> {
	const { timezone, preferredLanguage: language } = await readSettings(context, userId);
	const journal = journalOf(csv, {
		moods: { ...DAYLIO_DEFAULTS.moods, ...mapping.moods },
		activities: { ...DAYLIO_DEFAULTS.activities, ...mapping.activities },
	});
	refuseImpossibleDays(
		journal.days.map(({ date }) => date),
		context.now(),
	);
	const entryOf = ({ date, time, emoji, activityKeys }: DaylioDay): NewEntry => ({
		id: context.newId(),
		entryDate: date,
		timezone,
		createdAt: new Date(instantOf(date, time, timezone)).toISOString(),
		language,
		duration: 0,
		measuredDuration: null,
		selectedEmoji: emoji,
		activityKeys,
		emotionScores: [],
		timeline: null,
	});
	const written = await writeEntries(context, userId, journal.days.map(entryOf));
	return {
		...written,
		unknownActivities: [...new Set([...journal.unknownActivities, ...written.unknownActivities])],
		merged: journal.entries - journal.days.length,
		notesLeftOut: journal.notes,
	};
}
