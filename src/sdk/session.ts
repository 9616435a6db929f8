import type { Store } from "./store.ts";

/** A session ends after half an hour without interaction, as is usual in web analytics. */
export const SESSION_IDLE_LIMIT_MS = 30 * 60_000;

/** The name that the id is stored by. */
export const SESSION = "session";

export interface Session {
	/** The id for a visitor's interaction: continues the session or starts a new one. */
	touch(): string;
	/** The id if the session has not ended, for events without interaction (idle, errors). */
	current(): string | null;
}

/**
 * The session that the site named, or the store's (a tab's, or that of all tabs), kept as `<id> <time of last interaction, ms>` so that it survives
 * navigation.
 */
export function createSession(store: Store, now: () => number, newId: () => string, own?: string): Session {
	if (own) return { current: () => own, touch: () => own };
	let remembered = "";
	const current = () => {
		const [id, last] = (store.get(SESSION) ?? remembered).split(" ");
		return id && now() - Number(last) < SESSION_IDLE_LIMIT_MS ? id : null;
	};
	return {
		current,
		touch() {
			const id = current() ?? newId();
			remembered = `${id} ${now()}`;
			store.set(SESSION, remembered);
			return id;
		},
	};
}
