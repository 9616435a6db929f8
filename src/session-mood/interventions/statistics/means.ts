import { boundaryAt, type Difference, informationOf, MIN_SESSIONS, pValueOf } from "./boundary.ts";

/** Values of an arm's sessions, 0 where there was none: how many sessions, their sum and their sum of squares. */
export interface Values {
	sessions: number;
	sum: number;
	squares: number;
	/** Whether any value is below 0: then sums say less of how many there are. */
	hasNegatives?: boolean;
}

/** So many non-zero values of about one size, by (Σx)² / Σx²: with fewer, one large value decides. */
const MIN_EFFECTIVE_VALUES = 40;

/**
 * The difference of two means with an interval that holds at every look, or null while that cannot be said. The larger of
 * Welch's and the pooled variance, because either alone is too small where few are held out.
 */
export function differenceOfMeans(treated: Values, heldOut: Values): Difference | null {
	if (!isEnough(treated) || !isEnough(heldOut)) return null;
	const variance = varianceOf(treated, heldOut);
	if (variance <= 0) return null;
	const information = informationOf(treated.sessions, heldOut.sessions);
	const estimate = meanOf(treated) - meanOf(heldOut);
	const half = Math.sqrt(variance * boundaryAt(information));
	return {
		estimate,
		interval: [estimate - half, estimate + half],
		pValue: pValueOf(estimate ** 2 / variance, information),
		isConclusive: Math.abs(estimate) > half,
	};
}

const meanOf = ({ sum, sessions }: Values): number => sum / sessions;

const MIN_SESSIONS_WITH_NEGATIVES = 100;

const isEnough = ({ sessions, sum, squares, hasNegatives }: Values): boolean =>
	hasNegatives
		? sessions >= MIN_SESSIONS_WITH_NEGATIVES
		: sessions >= MIN_SESSIONS && squares > 0 && sum ** 2 / squares >= MIN_EFFECTIVE_VALUES;

function varianceOf(treated: Values, heldOut: Values): number {
	const [a, b] = [treated, heldOut].map(({ sessions, sum, squares }) => ({
		sessions,
		deviations: Math.max(0, squares - sum ** 2 / sessions),
	})) as [Deviations, Deviations];
	const welch = a.deviations / (a.sessions - 1) / a.sessions + b.deviations / (b.sessions - 1) / b.sessions;
	const pooled =
		((a.deviations + b.deviations) / (a.sessions + b.sessions - 2)) * (1 / a.sessions + 1 / b.sessions);
	return Math.max(welch, pooled);
}

interface Deviations {
	sessions: number;
	/** Σ (x − mean)². */
	deviations: number;
}
