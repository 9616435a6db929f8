const FIRST_DELAY_MS = 1_000;
const MAX_DELAY_MS = 60_000;

/**
 * Milliseconds to wait after the given number of failures in a row (1 or more): exponential, half of it
 * random, so that many pages cut off together do not come back together. `random` is in [0, 1).
 */
export function backoffDelay(failures: number, random: number): number {
	const ceiling = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - 1));
	return (ceiling * (1 + random)) / 2;
}

/** Milliseconds that a `Retry-After` header asks for, in either of its forms (RFC 9110, 10.2.3), or 0. */
export function retryAfterMs(header: string | null, now: number): number {
	if (!header) return 0;
	const wait = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now;
	return Math.max(wait || 0, 0);
}
