const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000] as const;

/** The pauses before each further attempt: those that Standard Webhooks recommends. */
const PAUSES_MS = [
	5 * SECOND,
	5 * MINUTE,
	30 * MINUTE,
	2 * HOUR,
	5 * HOUR,
	10 * HOUR,
	14 * HOUR,
	20 * HOUR,
	24 * HOUR,
] as const;
/** So that messages that failed together do not come back together. */
const JITTER = 0.2;

/** A webhook that has failed for so long, with nothing between that worked, is switched off. */
export const FAILING_MS = 5 * DAY;

/** Unix ms of the attempt after so many failed ones, or null if that was the last. `random` is in [0, 1). */
export function nextAttemptAt(attempts: number, now: number, random: number): number | null {
	const pause = PAUSES_MS[attempts - 1];
	return pause === undefined ? null : Math.round(now + pause * (1 + JITTER * random));
}
