import { sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { statement } from "../../db/batch.ts";
import { deleteAllRecordings, finishDeletion } from "../recordings/delete-all-recordings.ts";
import { consents, userSettings } from "../tables.ts";
import { CURRENT_WORDING } from "./consent-wording.ts";
import { readSettings, type Settings } from "./read-settings.ts";

/**
 * For a batch that switches storage on, after the person's row exists and before storage is on: that act is a consent
 * where none is recorded, and goes into the ledger once.
 */
export function consentByEnabling({ db, now }: Context, userId: string) {
	const isMissing = sql`user_id = ${userId} and audio_storage_consent is not 1`;
	return [
		statement(
			db,
			sql`
			insert into ${consents} (user_id, purpose, granted, source, wording_version, recorded_at)
			select user_id, 'audio_storage', 1, 'settings', ${CURRENT_WORDING}, ${now()}
			from ${userSettings} where ${isMissing}`,
		),
		db
			.update(userSettings)
			.set({ audioStorageConsent: true, consentGivenAt: new Date(now()) })
			.where(isMissing),
	] as const;
}

/**
 * Records the person's answer. Yes switches storage on; no switches it off and deletes what is stored. Every answer
 * is a line of the ledger, so a changed mind can be read back.
 */
export async function recordConsent(context: Context, userId: string, granted: boolean): Promise<Settings> {
	if (granted) await finishDeletion(context, userId);
	const { db, now } = context;
	const answer = {
		audioStorageConsent: granted,
		audioStorageEnabled: granted,
		consentGivenAt: granted ? new Date(now()) : null,
		recordingsToDelete: !granted,
	};
	await db.batch([
		db
			.insert(userSettings)
			.values({ userId, ...answer })
			.onConflictDoUpdate({ target: userSettings.userId, set: answer }),
		db.insert(consents).values({
			userId,
			purpose: "audio_storage",
			granted,
			source: "consent",
			wordingVersion: CURRENT_WORDING,
			recordedAt: new Date(now()),
		}),
	]);
	if (!granted) await deleteAllRecordings(context, userId);
	return readSettings(context, userId);
}
