import { LRUCache } from "lru-cache";

const DAY_MS = 86_400_000;
const MAX_ADDRESSES = 10_000;

/**
 * How many sessions each client address has started today (UTC). In memory only, because an address is personal data;
 * an evicted object starts counting from zero.
 */
export class Visitors {
	#day = 0;
	readonly #started = new LRUCache<string, number>({ max: MAX_ADDRESSES });

	/** Counts one more session of an address; false if it has started `limit` today. `now` in Unix milliseconds. */
	mayStart(address: string, limit: number, now: number): boolean {
		const day = Math.floor(now / DAY_MS);
		if (day !== this.#day) this.#started.clear();
		this.#day = day;
		const started = this.#started.get(address) ?? 0;
		if (started >= limit) return false;
		this.#started.set(address, started + 1);
		return true;
	}
}
