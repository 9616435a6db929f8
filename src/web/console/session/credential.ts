import { computed, signal } from "@preact/signals";

/** In the tab, so that it survives a reload and nothing else; never in an address. */
const STORED = "undertone-console-key";
const STORED_PAGE_KEY = "undertone-console-page-key";

const kept = signal(sessionStorage.getItem(STORED) ?? undefined);
const hasEnded = signal(false);
const keptPageKey = signal(sessionStorage.getItem(STORED_PAGE_KEY) ?? undefined);

/** The secret key that somebody is signed in with. */
export const credential = computed(() => kept.value);

/** Whether the server has ended the session: the key is no longer taken. */
export const wasEnded = computed(() => hasEnded.value);

/** The key for web pages that was made or named last, for the snippet. */
export const pageKey = computed(() => keptPageKey.value);

/** Signs in with a key, or goes on with another. */
export function enter(key: string): void {
	sessionStorage.setItem(STORED, key);
	hasEnded.value = false;
	kept.value = key;
}

/** Forgets whatever this tab knows of the account. */
export function leave({ isEnded = false } = {}): void {
	sessionStorage.removeItem(STORED);
	forgetPageKey();
	hasEnded.value = isEnded;
	kept.value = undefined;
}

export function keepPageKey(key: string): void {
	sessionStorage.setItem(STORED_PAGE_KEY, key);
	keptPageKey.value = key;
}

export function forgetPageKey(): void {
	sessionStorage.removeItem(STORED_PAGE_KEY);
	keptPageKey.value = undefined;
}

/** A key as it may be shown: enough to know it by. */
export const hintOf = (key: string): string => `${key.slice(0, key.startsWith("sm_pub_") ? 11 : 7)}…`;
