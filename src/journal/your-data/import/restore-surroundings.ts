import { eq, sql } from "drizzle-orm";
import type { Context } from "../../../context.ts";
import { statement } from "../../../db/batch.ts";
import { invalidField } from "../../../errors.ts";
import { type AlertPattern, daysOfPattern } from "../../alerts/patterns.ts";
import { timeZoneNamed } from "../../days/time-zone.ts";
import { scheduleReminder } from "../../reminders/schedule-reminder.ts";
import { alerts, consents, userSettings, zoneChanges } from "../../tables.ts";
import type { JournalDocument } from "../export/contract.ts";
import { jsonChunks } from "./write-entries.ts";

type Documents = Pick<JournalDocument, "settings" | "consents" | "zoneChanges" | "alerts">;

function alertRows({ alerts: documents }: Documents, { newId }: Context) {
	return documents.map(({ id, detectedAt, dismissedAt, alertType, patternDetails }) => {
		const { first, last } = daysOfPattern({ alertType, details: patternDetails } as AlertPattern);
		return {
			id,
			freshId: newId(),
			alertType,
			first,
			last,
			details: JSON.stringify(patternDetails),
			detectedAt: Date.parse(detectedAt),
			dismissedAt: dismissedAt === null ? null : Date.parse(dismissedAt),
		};
	});
}

const isNew = (userId: string) => sql`not exists (select 1 from ${userSettings} where user_id = ${userId})`;

const insertConsents = (userId: string, chunk: string) => sql`
	insert into ${consents} (user_id, purpose, granted, source, wording_version, recorded_at)
	select ${userId}, value ->> 'purpose', value ->> 'granted', value ->> 'source', value ->> 'wordingVersion',
		value ->> 'at'
	from json_each(${chunk}) where ${isNew(userId)} order by key`;

const insertZoneChanges = (userId: string, chunk: string) => sql`
	insert into ${zoneChanges} (user_id, changed_at, from_timezone, to_timezone, from_date, to_date)
	select ${userId}, value ->> 'at', value ->> 'fromTimezone', value ->> 'toTimezone', value ->> 'fromDate',
		value ->> 'toDate'
	from json_each(${chunk}) where ${isNew(userId)} order by key`;

const insertAlerts = (userId: string, chunk: string) => sql`
	insert into ${alerts} (id, user_id, alert_type, start_date, end_date, detected_at, pattern_details, dismissed_at)
	select iif(exists (select 1 from ${alerts} where id = value ->> 'id'), value ->> 'freshId', value ->> 'id'),
		${userId}, value ->> 'alertType', value ->> 'first', value ->> 'last',
		value ->> 'detectedAt', value ->> 'details', value ->> 'dismissedAt'
	from json_each(${chunk}) where ${isNew(userId)}
	on conflict do nothing`;

/**
 * Gives a person without settings those of the document, with its ledgers and alerts; where there are settings
 * already, everything stays as it is. Answers whether it was restored. Throws `invalid_input` for an unknown zone.
 */
export async function restoreSurroundings(
	context: Context,
	userId: string,
	documents: Documents,
): Promise<boolean> {
	const { db } = context;
	const { settings } = documents;
	if (!settings) return false;
	const timezone = timeZoneNamed(settings.timezone);
	if (!timezone) throw invalidField("settings.timezone", "This is not a time zone of the IANA database");
	const answer = documents.consents.at(-1)?.granted ?? null;
	const consentChunks = jsonChunks(
		documents.consents.map((consent) => ({ ...consent, at: Date.parse(consent.recordedAt) })),
	);
	const changeChunks = jsonChunks(
		documents.zoneChanges.map((change) => ({ ...change, at: Date.parse(change.changedAt) })),
	);
	const alertChunks = jsonChunks(alertRows(documents, context));
	const [existing] = await db.batch([
		db.select({ userId: userSettings.userId }).from(userSettings).where(eq(userSettings.userId, userId)),
		...consentChunks.map((chunk) => statement(db, insertConsents(userId, chunk))),
		...changeChunks.map((chunk) => statement(db, insertZoneChanges(userId, chunk))),
		...alertChunks.map((chunk) => statement(db, insertAlerts(userId, chunk))),
		db
			.insert(userSettings)
			.values({
				...settings,
				userId,
				timezone,
				// A document's word for a consent is its ledger: without it nothing is kept.
				audioStorageConsent: answer,
				audioStorageEnabled: answer === true && settings.audioStorageEnabled,
				consentGivenAt:
					answer === true && settings.consentGivenAt !== null ? new Date(settings.consentGivenAt) : null,
			})
			.onConflictDoNothing(),
	]);
	await scheduleReminder(context, userId);
	return existing.length === 0;
}
