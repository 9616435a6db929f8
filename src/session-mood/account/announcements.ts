import type { MoodNote } from "./messages.ts";

interface Announcement {
	note: MoodNote;
	/** Called once the account has stored the note. It may touch memory only, see `announce`. */
	told(note: MoodNote): void;
}

interface Collection {
	/** By session id. */
	pending: Map<string, Announcement>;
	/** Unix milliseconds until which one of the sessions is about to tell the account. */
	isTakenUntil: number;
}

/** How long an account may be behind: long enough to tell it of many sessions at once. */
const WINDOW_MS = 100;
/** After this long, the session that wanted to tell the account is taken for dead. */
const PATIENCE_MS = 30_000;

const collections = new Map<string, Collection>();

/**
 * Announces a session's moods to its account, together with those of the account's other sessions in this isolate. The
 * first session to come tells for all, by `tell`; for the others this returns at once. Only data passes between them,
 * because in workerd no request may do another's I/O. Throws if the account could not be told; then the moods wait for
 * the next session that has something to announce.
 */
export async function announce(
	accountId: string,
	sessionId: string,
	announcement: Announcement,
	tell: (notes: readonly MoodNote[]) => Promise<void>,
): Promise<void> {
	const collection = collections.get(accountId) ?? { pending: new Map(), isTakenUntil: 0 };
	collections.set(accountId, collection);
	const { pending } = collection;
	pending.set(sessionId, announcement);
	if (collection.isTakenUntil > Date.now()) return;
	while (pending.size > 0) {
		collection.isTakenUntil = Date.now() + PATIENCE_MS;
		await scheduler.wait(WINDOW_MS);
		const announced = [...pending];
		pending.clear();
		try {
			await tell(announced.map(([, { note }]) => note));
		} catch (error) {
			for (const [id, known] of announced) if (!pending.has(id)) pending.set(id, known);
			collection.isTakenUntil = 0;
			throw error;
		}
		for (const [, { note, told }] of announced) told(note);
	}
	collections.delete(accountId);
}

/** Drops what an erased session has not announced yet. */
export const withdraw = (accountId: string, sessionId: string): void => {
	collections.get(accountId)?.pending.delete(sessionId);
};
