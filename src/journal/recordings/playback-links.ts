import { and, eq, gt, lte } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { sha256 } from "../../sha256.ts";
import { playbackLinks } from "../tables.ts";
import type { PlaybackLink } from "./contract.ts";
import { findRecording } from "./find-recordings.ts";

/** Long enough to listen to a note of a minute a few times. */
const LIFETIME_MS = 10 * 60_000;

/**
 * Makes an address for `<audio src>`, which can send no token: it plays one recording for ten minutes. Throws as
 * `findRecording` does.
 */
export async function createPlaybackLink(
	context: Context,
	userId: string,
	entryId: string,
): Promise<PlaybackLink> {
	await findRecording(context, userId, entryId);
	const { db, now } = context;
	const link = crypto.getRandomValues(new Uint8Array(24)).toHex();
	const expiresAt = new Date(now() + LIFETIME_MS);
	await db.batch([
		db
			.delete(playbackLinks)
			.where(and(eq(playbackLinks.userId, userId), lte(playbackLinks.expiresAt, new Date(now())))),
		db.insert(playbackLinks).values({ digest: await sha256(link), userId, entryId, expiresAt }),
	]);
	const path = `/api/audio/recordings/${encodeURIComponent(entryId)}/play`;
	return { url: `${path}?link=${link}`, expiresAt: expiresAt.toISOString() };
}

/** Whose recording a link plays; undefined when it has expired or is another recording's. */
export async function ownerOfLink(
	{ db, now }: Context,
	entryId: string,
	link: string,
): Promise<string | undefined> {
	const row = await db
		.select({ userId: playbackLinks.userId })
		.from(playbackLinks)
		.where(
			and(
				eq(playbackLinks.digest, await sha256(link)),
				eq(playbackLinks.entryId, entryId),
				gt(playbackLinks.expiresAt, new Date(now())),
			),
		)
		.get();
	return row?.userId;
}
