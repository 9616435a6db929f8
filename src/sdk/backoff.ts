const FIRST_DELAY_MS = 1_000;
const MAX_DELAY_MS = 60_000;

/**
 * Milliseconds to wait after this many consecutive failures (at least 1): exponential backoff, half of it jitter so
 * that pages that failed together do not retry together. `random` is in [0, 1).
 */
export function backoffDelay(failures: number, random: number): number {
	const ceiling = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - 1));
	return (ceiling * (1 + random)) / 2;
}

/** The delay of a `Retry-After` header in milliseconds, in either form (RFC 9110, 10.2.3), or 0. */
export function retryAfterMs(header: string | null, now: number): number {
	if (!header) return 0;
	const wait = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now;
	return Math.max(wait || 0, 0);
}
