import { LRUCache } from "lru-cache";

const DAY_MS = 86_400_000;
const MAX_ADDRESSES = 10_000;

/**
 * How many sessions each client address has begun today (UTC). In memory only, since an address is about a person: an
 * object that is evicted begins anew.
 */
export class Visitors {
	#day = 0;
	readonly #begun = new LRUCache<string, number>({ max: MAX_ADDRESSES });

	/** Counts one more session of an address; false when it has begun `limit` today. `now` in ms. */
	mayBegin(address: string, limit: number, now: number): boolean {
		const day = Math.floor(now / DAY_MS);
		if (day !== this.#day) this.#begun.clear();
		this.#day = day;
		const begun = this.#begun.get(address) ?? 0;
		if (begun >= limit) return false;
		this.#begun.set(address, begun + 1);
		return true;
	}
}
