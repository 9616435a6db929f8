import type { Reliability } from "../../emotions.ts";
import { type NoteStatistics, STATISTICS, type StatisticName } from "./note-statistics.ts";

/** Coefficients of one statistic in the logistic regression. */
export interface StatisticWeight {
	/** Mean over the training recordings. */
	mean: number;
	/** Standard deviation over the same, above 0. */
	deviation: number;
	/** Log-odds per standard deviation. */
	weight: number;
	/** Log-odds per squared standard deviation; negative if both extremes are suspect. */
	square: number;
}

/** Logistic regression for the probability that the proposed emotion is correct; from `models/voice-emotion.json`. */
export interface ReliabilitySpec {
	statistics: Record<StatisticName, StatisticWeight>;
	/** Log-odds of a recording with average statistics. */
	bias: number;
	/** Minimum probability for "medium". */
	medium: number;
	/** Minimum probability for "high". */
	high: number;
}

/** z-scores are clipped at this value, because few training recordings lie beyond it. */
const MAX_Z = 4;

/** The probability that the proposed emotion is correct, by logistic regression over the statistics of a recording. */
export function probabilityCorrect(statistics: NoteStatistics, spec: ReliabilitySpec): number {
	const logOdds = STATISTICS.reduce((sum, name) => {
		const { mean, deviation, weight, square } = spec.statistics[name];
		const z = Math.max(-MAX_Z, Math.min(MAX_Z, (statistics[name] - mean) / deviation));
		return sum + weight * z + square * z * z;
	}, spec.bias);
	return 1 / (1 + Math.exp(-logOdds));
}

/** The same as one of three levels, by the model's thresholds. */
export function estimateReliability(statistics: NoteStatistics, spec: ReliabilitySpec): Reliability {
	const probability = probabilityCorrect(statistics, spec);
	if (probability >= spec.high) return "high";
	return probability >= spec.medium ? "medium" : "low";
}
