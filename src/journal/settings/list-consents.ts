import { asc, eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { consents } from "../tables.ts";

/** One answer of a person: what for, yes or no, how, under which wording, when. */
export interface ConsentRecord {
	purpose: "audio_storage";
	granted: boolean;
	source: "consent" | "settings";
	wordingVersion: string;
	recordedAt: string;
}

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
