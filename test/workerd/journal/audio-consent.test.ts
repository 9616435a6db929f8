import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { openDatabase } from "../../../src/db/client.ts";
import {
	KEEPS_AUDIO,
	mayKeepAudio,
	personKeepsAudio,
} from "../../../src/journal/recordings/audio-consent.ts";
import { DEFAULT_SETTINGS } from "../../../src/journal/settings/read-settings.ts";
import { userSettings } from "../../../src/journal/tables.ts";

const db = openDatabase(env.DB);
const states = [true, false].flatMap((audioStorageEnabled) =>
	[true, false, null].map((audioStorageConsent) => ({ audioStorageEnabled, audioStorageConsent })),
);

it.each(states)(
	"storage $audioStorageEnabled, consent $audioStorageConsent: SQL and code say the same",
	async (state) => {
		const userId = `consent ${JSON.stringify(state)}`;
		await db.insert(userSettings).values({ userId, ...state });
		const [person] = await db.all<{ keeps: number }>(sql`select ${personKeepsAudio(userId)} as keeps`);
		const rows = await db.all(sql`select 1 from user_settings where user_id = ${userId} and ${KEEPS_AUDIO}`);
		const expected = state.audioStorageEnabled && state.audioStorageConsent === true;
		expect(mayKeepAudio({ ...DEFAULT_SETTINGS, ...state })).toBe(expected);
		expect(Boolean(person?.keeps)).toBe(expected);
		expect(rows.length === 1).toBe(expected);
	},
);

it("keeps nothing of a person without settings", async () => {
	expect(mayKeepAudio(DEFAULT_SETTINGS)).toBe(false);
	const [person] = await db.all<{ keeps: number }>(sql`select ${personKeepsAudio("nobody")} as keeps`);
	expect(Boolean(person?.keeps)).toBe(false);
});
