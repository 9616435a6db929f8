const MILLISECONDS_ABOVE = 1e11;
const MAX_AHEAD_S = 5 * 60;

/**
 * The time an event counts at, in Unix seconds.
 * Over 1e11 is read as milliseconds (1e11 s is the year 5138). More than five minutes ahead of receipt, missing
 * or not a finite number: the receipt time. However old, it is kept; what lies before 1970 counts as 1970,
 * where its weight has decayed to nothing.
 */
export function normaliseTimestamp(ts: number | undefined, receivedAt: number): number {
	if (ts === undefined || !Number.isFinite(ts)) return receivedAt;
	const seconds = ts > MILLISECONDS_ABOVE ? ts / 1000 : ts;
	if (seconds > receivedAt + MAX_AHEAD_S) return receivedAt;
	return Math.max(0, seconds);
}
