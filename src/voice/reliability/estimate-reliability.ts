import type { Reliability } from "../../emotions.ts";
import { type NoteStatistics, STATISTICS, type StatisticName } from "./note-statistics.ts";

/** How one statistic speaks for or against the proposed emotion. */
export interface StatisticWeight {
	/** Of the recordings that the estimate was fitted on. */
	mean: number;
	/** Of the same; above 0. */
	deviation: number;
	/** Log-odds for each deviation above the mean. */
	weight: number;
	/** Log-odds for each squared deviation: below 0 where both extremes are suspect. */
	square: number;
}

/** The logistic estimate of how likely the proposed emotion is right, as `models/voice-emotion.json` has it. */
export interface ReliabilitySpec {
	statistics: Record<StatisticName, StatisticWeight>;
	/** Log-odds of a recording that is average in everything. */
	bias: number;
	/** The least probability of "medium". */
	medium: number;
	/** The least probability of "high". */
	high: number;
}

/** Deviations from the mean beyond which a statistic says no more: the estimate was fitted on few such recordings. */
const FURTHEST = 4;

/** How likely the proposed emotion is right, 0 to 1: logistic regression over the statistics of a recording. */
export function probabilityRight(statistics: NoteStatistics, spec: ReliabilitySpec): number {
	const logOdds = STATISTICS.reduce((sum, name) => {
		const { mean, deviation, weight, square } = spec.statistics[name];
		const z = Math.max(-FURTHEST, Math.min(FURTHEST, (statistics[name] - mean) / deviation));
		return sum + weight * z + square * z * z;
	}, spec.bias);
	return 1 / (1 + Math.exp(-logOdds));
}

/** The same in three words, by the thresholds of the model. */
export function estimateReliability(statistics: NoteStatistics, spec: ReliabilitySpec): Reliability {
	const probability = probabilityRight(statistics, spec);
	if (probability >= spec.high) return "high";
	return probability >= spec.medium ? "medium" : "low";
}
