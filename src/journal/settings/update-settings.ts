import { eq, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { statement } from "../../db/batch.ts";
import { invalidField } from "../../errors.ts";
import { timeZoneNamed, today } from "../days/time-zone.ts";
import { deleteAllRecordings, finishDeletion } from "../recordings/delete-recordings.ts";
import { scheduleReminder } from "../reminders/schedule-reminder.ts";
import { userSettings, zoneChanges } from "../tables.ts";
import { consentByEnabling } from "./consents.ts";
import { readSettings, type Settings } from "./read-settings.ts";

/**
 * Remembers, for a batch that sets another zone, that it became another day for the person: streaks must know which
 * days a change cut short. Nothing to remember when it is the same day in both zones, or when another change of zone
 * came first.
 */
export function recordZoneChange({ db, now }: Context, userId: string, from: string, to: string) {
	const [fromDate, toDate] = [today(from, now()), today(to, now())];
	if (fromDate === toDate) return [];
	return [
		statement(
			db,
			sql`
			insert into ${zoneChanges} (user_id, changed_at, from_timezone, to_timezone, from_date, to_date)
			select ${userId}, ${now()}, ${from}, ${to}, ${fromDate}, ${toDate}
			from ${userSettings} where user_id = ${userId} and timezone = ${from}`,
		),
	];
}

type Changeable = Omit<
	Settings,
	"audioStorageConsent" | "consentGivenAt" | "voiceAdjustmentForgottenThrough"
>;

/** What a person can change directly. */
export type SettingsUpdate = { [Field in keyof Changeable]?: Changeable[Field] | undefined };

function knownZone(text: string): string {
	const timezone = timeZoneNamed(text);
	if (!timezone)
		throw invalidField("timezone", "This must be a time zone of the IANA database, such as Asia/Kolkata");
	return timezone;
}

/** The given fields only: what is undefined is left as it is. */
function givenFields(update: SettingsUpdate): Partial<Changeable> {
	const checked = {
		...update,
		timezone: update.timezone === undefined ? undefined : knownZone(update.timezone),
	};
	return Object.fromEntries(Object.entries(checked).filter(([, value]) => value !== undefined));
}

/**
 * Changes what is given and nothing else. A new time zone moves no entry; switching storage on counts as consent
 * where none is recorded; switching it off deletes all recordings. Throws `invalid_input` for an unknown zone.
 */
export async function updateSettings(
	context: Context,
	userId: string,
	update: SettingsUpdate,
): Promise<Settings> {
	const { db } = context;
	const given = givenFields(update);
	const current = await readSettings(context, userId);
	if (Object.keys(given).length === 0) return current;
	if (given.audioStorageEnabled) await finishDeletion(context, userId);
	const isOff = given.audioStorageEnabled === false;
	await db.batch([
		db.insert(userSettings).values({ userId }).onConflictDoNothing(),
		...(given.timezone === undefined
			? []
			: recordZoneChange(context, userId, current.timezone, given.timezone)),
		...(given.audioStorageEnabled ? consentByEnabling(context, userId) : []),
		db
			.update(userSettings)
			.set({ ...given, ...(isOff && { recordingsToDelete: true }) })
			.where(eq(userSettings.userId, userId)),
	]);
	if (
		given.reminderEnabled !== undefined ||
		given.reminderTime !== undefined ||
		given.timezone !== undefined
	) {
		await scheduleReminder(context, userId);
	}
	if (isOff) await deleteAllRecordings(context, userId);
	return readSettings(context, userId);
}
