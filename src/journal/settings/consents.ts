import { asc, eq, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { statement } from "../../db/batch.ts";
import type { ByLanguage } from "../language.ts";
import { deleteAllRecordings, finishDeletion } from "../recordings/delete-recordings.ts";
import { consents, userSettings } from "../tables.ts";
import type { ConsentRecord } from "./contract.ts";
import { readSettings, type Settings } from "./read-settings.ts";

/** What a person agrees to when they let us keep recordings. A new wording gets a new version; old ones stay here. */
export const CONSENT_WORDINGS: Readonly<Record<string, ByLanguage>> = {
	"2026-11-22": {
		en: "Keep my recordings so that I can listen to them again. They are stored for me alone and are deleted when I switch storage off, delete the entry or erase my account.",
		hi: "मेरी रिकॉर्डिंग सहेजी जाएँ ताकि मैं उन्हें दोबारा सुन सकूँ। वे केवल मेरे लिए रखी जाती हैं, और जब मैं सहेजना बंद करूँ, प्रविष्टि हटाऊँ या अपना खाता मिटाऊँ, तब मिटा दी जाती हैं।",
		gu: "મારાં રેકોર્ડિંગ સાચવો જેથી હું તેમને ફરી સાંભળી શકું. તે ફક્ત મારા માટે સાચવવામાં આવે છે, અને હું સાચવવાનું બંધ કરું, નોંધ કાઢી નાખું કે મારું ખાતું ભૂંસી નાખું ત્યારે કાઢી નાખવામાં આવે છે.",
	},
};

/** The wording that is shown today. */
export const CURRENT_WORDING = "2026-11-22";

/** Every answer the person ever gave, oldest first. */
export async function listConsents({ db }: Context, userId: string): Promise<ConsentRecord[]> {
	const rows = await db.select().from(consents).where(eq(consents.userId, userId)).orderBy(asc(consents.id));
	return rows.map(({ purpose, granted, source, wordingVersion, recordedAt }) => ({
		purpose,
		granted,
		source,
		wordingVersion,
		recordedAt: recordedAt.toISOString(),
	}));
}

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
