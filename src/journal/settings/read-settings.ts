import { eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import type { CalendarDay } from "../days/calendar-day.ts";
import type { Language } from "../language.ts";
import { userSettings } from "../tables.ts";

/** What a person has chosen. */
export interface Settings {
	reminderEnabled: boolean;
	/** `HH:MM` on their clock. */
	reminderTime: string;
	/** Low days in a row that raise an alert. */
	interventionThreshold: number;
	audioStorageEnabled: boolean;
	/** Null until they have said yes or no. */
	audioStorageConsent: boolean | null;
	consentGivenAt: Date | null;
	preferredLanguage: Language;
	/** IANA name. */
	timezone: string;
	/** Whether scores are adjusted to them; see adjustment/. */
	voiceAdjustmentEnabled: boolean;
	/** Choices for notes up to this day adjust nothing any more. */
	voiceAdjustmentForgottenThrough: CalendarDay | null;
}

/** The settings of a person who has not chosen any. */
export const DEFAULT_SETTINGS: Settings = {
	reminderEnabled: false,
	reminderTime: "20:00",
	interventionThreshold: 5,
	audioStorageEnabled: false,
	audioStorageConsent: null,
	consentGivenAt: null,
	preferredLanguage: "en",
	timezone: "Asia/Kolkata",
	voiceAdjustmentEnabled: true,
	voiceAdjustmentForgottenThrough: null,
};

export const settingsColumns = {
	reminderEnabled: userSettings.reminderEnabled,
	reminderTime: userSettings.reminderTime,
	interventionThreshold: userSettings.interventionThreshold,
	audioStorageEnabled: userSettings.audioStorageEnabled,
	audioStorageConsent: userSettings.audioStorageConsent,
	consentGivenAt: userSettings.consentGivenAt,
	preferredLanguage: userSettings.preferredLanguage,
	timezone: userSettings.timezone,
	voiceAdjustmentEnabled: userSettings.voiceAdjustmentEnabled,
	voiceAdjustmentForgottenThrough: userSettings.voiceAdjustmentForgottenThrough,
};

/** The person's settings; the defaults where they have none. */
export async function readSettings({ db }: Context, userId: string): Promise<Settings> {
	const [row] = await db.select(settingsColumns).from(userSettings).where(eq(userSettings.userId, userId));
	return row ?? DEFAULT_SETTINGS;
}
