import { pValueOf } from "./boundary.ts";

const MIN_SESSIONS = 100;
const ALARM = 0.01;
const INFORMATION_A_SESSION = 1 / 100;

/**
 * Whether as many sessions were held out as should have been, at every look: if not, sessions of one arm are lost
 * somewhere, and nothing may be concluded (a sequential check for sample ratio mismatch, after Lindon and Malek 2022).
 */
export function isSplitRight(treated: number, heldOut: number, holdout: number): boolean {
	const sessions = treated + heldOut;
	if (sessions < MIN_SESSIONS || holdout <= 0 || holdout >= 1) return true;
	const squaredZ = (heldOut - sessions * holdout) ** 2 / (sessions * holdout * (1 - holdout));
	return pValueOf(squaredZ, sessions * INFORMATION_A_SESSION) >= ALARM;
}
