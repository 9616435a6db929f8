import type { Scores } from "./score.ts";
import type { Calibration } from "./types.ts";

export interface Judgement {
	/** Index of the leading mood in the model's order; ties go to the first. */
	top: number;
	/** Softmax of the scores, summing to 1. */
	shares: number[];
	/** The probability that the leading mood is the session's true one. */
	probability: number;
}

/** No reading is ever wholly sure or wholly lost. */
const LEAST = 0.01;
const MOST = 0.99;

/**
 * The leading mood and how likely it is to be the true one: a softmax with a temperature (Guo et al. 2017, "On
 * Calibration of Modern Neural Networks"), then a logistic of the top share (Platt 1999, "Probabilistic Outputs
 * for Support Vector Machines"). It rises and falls with the top share and with nothing else. It is calibrated on
 * simulated personas (scripts/calibrate-moods.ts), not on people: it promises that among the simulated sessions
 * read with confidence p about p are read right, and no more than that.
 */
export function judge({ moods }: Scores, calibration: Calibration): Judgement {
	let top = 0;
	for (let i = 1; i < moods.length; i++) if ((moods[i] ?? 0) > (moods[top] ?? 0)) top = i;
	const highest = moods[top] ?? 0;
	const powers = moods.map((score) => Math.exp((score - highest) / calibration.temperature));
	const total = powers.reduce((sum, power) => sum + power, 0);
	// ln(share / (1 − share)) of the top share, whose power is 1; −ln(0) is cut off where it stops mattering.
	const topLogit = -Math.log(Math.max(total - 1, 1e-12));
	const logit = calibration.intercept + calibration.slope * topLogit;
	const probability = Math.min(MOST, Math.max(LEAST, 1 / (1 + Math.exp(-logit))));
	return { top, shares: powers.map((power) => power / total), probability };
}

/** Two decimals, as published. */
export const published = (probability: number): number => Math.round(probability * 100) / 100;
