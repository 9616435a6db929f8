import { type SQL, sql } from "drizzle-orm";
import type { Settings } from "../settings/read-settings.ts";

/**
 * Whether recordings of a person may be kept: they have agreed to it, and have it switched on. The one rule; the two
 * below say the same in SQL, where it must hold at the moment of a write.
 */
export const mayKeepAudio = ({ audioStorageConsent, audioStorageEnabled }: Settings): boolean =>
	audioStorageConsent === true && audioStorageEnabled;

/** The rule over the columns of `user_settings`. */
export const KEEPS_AUDIO: SQL = sql.raw(
	"user_settings.audio_storage_enabled = 1 and user_settings.audio_storage_consent = 1",
);

/** The rule for one person, as a condition in any statement. */
export const personKeepsAudio = (userId: string): SQL =>
	sql`exists (select 1 from user_settings where user_settings.user_id = ${userId} and ${KEEPS_AUDIO})`;
