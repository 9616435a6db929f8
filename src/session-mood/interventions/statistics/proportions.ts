import { boundaryAt, type Difference, informationOf, MIN_SESSIONS, pValueOf } from "./boundary.ts";

/** How many sessions an arm has, and in how many of them it happened. */
export interface Arm {
	sessions: number;
	successes: number;
}

/** Halvings of the interval in which an edge lies: 2^-60 is below what a double can tell apart. */
const HALVINGS = 60;

/**
 * The difference of two shares with an interval that holds at every look (see `boundaryAt`), or null below 20 sessions on
 * a side. A difference is in the interval while the smaller of the score and the likelihood-ratio statistic stays
 * below the boundary: each alone is wrong too often where few sessions are held out.
 */
export function differenceOfShares(treated: Arm, heldOut: Arm): Difference | null {
	if (Math.min(treated.sessions, heldOut.sessions) < MIN_SESSIONS) return null;
	const information = informationOf(treated.sessions, heldOut.sessions);
	const boundary = boundaryAt(information);
	const estimate = shareOf(treated) - shareOf(heldOut);
	const edge = (beyond: -1 | 1): number => {
		let inside = estimate;
		let outside: number = beyond;
		for (let i = 0; i < HALVINGS; i++) {
			const middle = (inside + outside) / 2;
			if (squaredZ(treated, heldOut, middle) <= boundary) inside = middle;
			else outside = middle;
		}
		return (inside + outside) / 2;
	};
	const interval: [number, number] = [edge(-1), edge(1)];
	return {
		estimate,
		interval,
		pValue: pValueOf(squaredZ(treated, heldOut, 0), information),
		isConclusive: interval[0] > 0 || interval[1] < 0,
	};
}

/** Whether a true difference of `difference` is ruled out: outside the interval, without finding its edges. */
export function isRuledOut(treated: Arm, heldOut: Arm, difference: number): boolean {
	if (Math.min(treated.sessions, heldOut.sessions) < MIN_SESSIONS) return false;
	const boundary = boundaryAt(informationOf(treated.sessions, heldOut.sessions));
	return squaredZ(treated, heldOut, difference) > boundary;
}

const shareOf = ({ sessions, successes }: Arm): number => successes / sessions;

/** The smaller of the two statistics for a true difference of `difference`. */
function squaredZ(treated: Arm, heldOut: Arm, difference: number): number {
	const q0 = likeliestShare(treated, heldOut, difference);
	const q1 = Math.min(1, Math.max(0, q0 + difference));
	const off = shareOf(treated) - shareOf(heldOut) - difference;
	const variance = (q1 * (1 - q1)) / treated.sessions + (q0 * (1 - q0)) / heldOut.sessions;
	const score = Math.abs(off) < 1e-12 ? 0 : variance > 0 ? off ** 2 / variance : Number.POSITIVE_INFINITY;
	return Math.max(0, Math.min(score, 2 * (divergence(treated, q1) + divergence(heldOut, q0))));
}

/** ln of the arm's likelihood at its own share over that at `share`. */
function divergence({ sessions, successes }: Arm, share: number): number {
	const failures = sessions - successes;
	return term(successes, successes / sessions, share) + term(failures, failures / sessions, 1 - share);
}

const term = (count: number, own: number, other: number): number =>
	count > 0 ? count * Math.log(own / other) : 0;

/**
 * The likeliest share of the held out if the treated have `difference` more: the root of a cubic in closed form, after
 * Miettinen and Nurminen 1985 (Statistics in Medicine 4).
 */
function likeliestShare(treated: Arm, heldOut: Arm, difference: number): number {
	const total = treated.sessions + heldOut.sessions;
	const lowest = Math.max(0, -difference);
	const highest = Math.min(1, 1 - difference);
	if (difference === 0) return (treated.successes + heldOut.successes) / total;
	const shifted = treated.successes - treated.sessions * difference;
	const linear =
		shifted + heldOut.successes * (1 - 2 * difference) - heldOut.sessions * difference * (1 - difference);
	const square = -shifted - treated.sessions - heldOut.successes - heldOut.sessions * (1 - 2 * difference);
	const third = square / (3 * total);
	const offset =
		third ** 3 -
		(square * linear) / (6 * total ** 2) +
		(heldOut.successes * difference * (1 - difference)) / (2 * total);
	const radius = Math.sign(offset || 1) * Math.sqrt(Math.max(0, third ** 2 - linear / (3 * total)));
	if (radius === 0) return Math.min(highest, Math.max(lowest, -third));
	const cosine = Math.max(-1, Math.min(1, offset / radius ** 3));
	const root = 2 * radius * Math.cos((Math.PI + Math.acos(cosine)) / 3) - third;
	return Math.min(highest, Math.max(lowest, root));
}
