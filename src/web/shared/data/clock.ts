import { signal } from "@preact/signals";

const EVERY_MS = 20_000;

/** The time, Unix milliseconds, for what says how long ago something was. It moves every twenty seconds. */
export const now = signal(Date.now());

if (globalThis.document) {
	setInterval(() => {
		now.value = Date.now();
	}, EVERY_MS);
}
