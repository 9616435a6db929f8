import { eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { invalidField } from "../../errors.ts";
import { timeZoneNamed } from "../days/time-zone.ts";
import { deleteAllRecordings, finishDeletion } from "../recordings/delete-all-recordings.ts";
import { scheduleReminder } from "../reminders/schedule-reminder.ts";
import { userSettings } from "../tables.ts";
import { readSettings, type Settings } from "./read-settings.ts";
import { consentByEnabling } from "./record-consent.ts";
import { recordZoneChange } from "./record-zone-change.ts";

type Changeable = Omit<Settings, "audioStorageConsent" | "consentGivenAt">;

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
