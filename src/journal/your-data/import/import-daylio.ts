import type { Context } from "../../../context.ts";
import { invalidField } from "../../../errors.ts";
import { instantOf } from "../../days/time-zone.ts";
import { readSettings } from "../../settings/read-settings.ts";
import type { ImportReport } from "../contract.ts";
import { DAYLIO_DEFAULTS, type DaylioDay, type DaylioMapping, MAX_ROWS, readDaylio } from "./daylio.ts";
import { type PendingEntry, pendingEntry } from "./read-journal.ts";
import { refuseImpossibleDays, writeEntries } from "./write-entries.ts";

const MAX_NAMED = 10;

const listed = (names: readonly string[]): string => {
	const more = names.length - MAX_NAMED;
	const shown = names.slice(0, MAX_NAMED).map((name) => name.slice(0, 40) || "(empty)");
	return shown.join(", ") + (more > 0 ? ` and ${more} more` : "");
};

async function journalOf(csv: string, mapping: DaylioMapping) {
	const journal = await readDaylio(csv, mapping);
	if (journal === "too_long") throw invalidField("body", `At most ${MAX_ROWS} lines are accepted at once`);
	if (!journal)
		throw invalidField("body", "This is not a CSV export of Daylio: it has no full_date and mood");
	const [badLine] = journal.badLines;
	if (badLine !== undefined)
		throw invalidField("full_date", `Line ${badLine} has no date such as 2026-05-04`);
	if (journal.unknownMoods.length > 0)
		throw invalidField("moods", `Say which emoji these moods stand for: ${listed(journal.unknownMoods)}`);
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
	const journal = await journalOf(csv, {
		moods: { ...DAYLIO_DEFAULTS.moods, ...mapping.moods },
		activities: { ...DAYLIO_DEFAULTS.activities, ...mapping.activities },
	});
	refuseImpossibleDays(
		journal.days.map(({ date }) => date),
		context.now(),
	);
	const entryOf = ({ date, time, emoji, activityKeys, note }: DaylioDay): PendingEntry =>
		pendingEntry({
			id: context.newId(),
			entryDate: date,
			timezone,
			createdAt: new Date(instantOf(date, time, timezone)).toISOString(),
			language,
			duration: 0,
			measuredDuration: null,
			selectedEmoji: emoji,
			activityKeys,
			note,
			emotionScores: [],
			timeline: null,
			recording: null,
		});
	const written = await writeEntries(context, userId, journal.days.map(entryOf));
	return {
		...written,
		unknownActivities: [...new Set([...journal.unknownActivities, ...written.unknownActivities])],
		merged: journal.entries - journal.days.length,
		notesLeftOut: 0,
	};
}
