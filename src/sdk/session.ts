import type { Store } from "./store.ts";

/** A session ends after half an hour without interaction, the convention of web analytics. */
export const SESSION_IDLE_LIMIT_MS = 30 * 60_000;

const NAME = "session";

export interface Session {
	/** The id for something a person just did: continues the session, or begins a new one. */
	touch(): string;
	/** The id if the session is still alive, for what happens without a person (idle, errors). */
	current(): string | null;
}

/** The tab's session, kept as `<id> <time of last interaction, ms>` so that it survives navigation. */
export function createSession(store: Store, now: () => number, newId: () => string): Session {
	let remembered = "";
	const current = () => {
		const [id, last] = (store.get(NAME) ?? remembered).split(" ");
		return id && now() - Number(last) < SESSION_IDLE_LIMIT_MS ? id : null;
	};
	return {
		current,
		touch() {
			const id = current() ?? newId();
			remembered = `${id} ${now()}`;
			store.set(NAME, remembered);
			return id;
		},
	};
}
