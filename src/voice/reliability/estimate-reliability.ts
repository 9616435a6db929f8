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

type Thresholds = Pick<ReliabilitySpec, "medium" | "high">;

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

/** Seconds of voice, some three words: there are too few shorter recordings to know how often they are read rightly. */
const MIN_VOICED_SECONDS = 1;

/** The same, but 0 for a recording that is too short to judge, whatever its scores. */
export function cautiousProbability(statistics: NoteStatistics, spec: ReliabilitySpec): number {
	const isTooShort = Math.expm1(statistics.voicedSeconds) < MIN_VOICED_SECONDS;
	return isTooShort ? 0 : probabilityCorrect(statistics, spec);
}

/** A probability as one of three levels, by the model's thresholds. */
export function reliabilityAt(probability: number, { medium, high }: Thresholds): Reliability {
	if (probability >= high) return "high";
	return probability >= medium ? "medium" : "low";
}
