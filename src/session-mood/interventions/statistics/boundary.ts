/** 95 % intervals that hold at every look. */
const ALPHA = 0.05;
/**
 * The effect, in standard deviations, at which the boundary is tightest. Set beforehand: tuning it on results would void
 * the guarantee.
 */
const EXPECTED_EFFECT = 0.2;
/** Below so many on a side nothing is concluded: the guarantee is asymptotic and starts here. */
export const MIN_SESSIONS = 20;

/** What has been seen, in units of the mixture's precision, for arms of so many sessions. */
export const informationOf = (treated: number, heldOut: number): number =>
	(EXPECTED_EFFECT ** 2 * treated * heldOut) / (treated + heldOut);

/**
 * The highest squared z that a true difference ever reaches, with a probability of 95 %, however often one looks: the
 * normal mixture of Robbins 1970, in the form of Howard, Ramdas, McAuliffe and Sekhon 2021 (Annals of Statistics 49) and
 * Waudby-Smith et al. 2021 (arXiv 2103.06476).
 */
export const boundaryAt = (information: number): number =>
	(1 + 1 / information) * (Math.log1p(information) + 2 * Math.log(1 / ALPHA));

/** The p-value that belongs to it, valid at every look: at most 0.05 exactly where the boundary is crossed. */
export const pValueOf = (squaredZ: number, information: number): number =>
	Math.min(1, Math.sqrt(1 + information) * Math.exp((-squaredZ * information) / (2 * (1 + information))));

/** A difference, treated minus held out, and what it may be. */
export interface Difference {
	estimate: number;
	interval: [low: number, high: number];
	pValue: number;
	/** Whether 0 is outside the interval. */
	isConclusive: boolean;
}
