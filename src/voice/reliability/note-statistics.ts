import { FEATURE_SPEC } from "../features/feature-spec.ts";
import { activeFrames, deviationOf, meanOf } from "../features/frames.ts";
import type { LogMel } from "../features/log-mel.ts";
import { FIRST_BAND, type SpectralShape, spectralShape, voicedFrames } from "../features/spectral-shape.ts";
import { weightedMean } from "../scores/emotion-scores.ts";
import type { PlannedWindow } from "../windows/plan-windows.ts";

/** Statistics from which reliability is estimated; `models/voice-emotion.json` has the weight of each. */
export const STATISTICS = [
	/** The largest probability of the recording as a whole. */
	"confidence",
	/** The largest minus the second. */
	"margin",
	/** Share of the windows' weight in windows whose likeliest emotion is the recording's. */
	"agreement",
	/** ln(1 + seconds of voiced frames). */
	"voicedSeconds",
	/** Voiced frames among the active ones. */
	"voicedShare",
	/** Mean spectral flatness of active frames, in dB. */
	"flatness",
	/** Its standard deviation. */
	"flatnessDeviation",
	/** Standard deviation of the level of active frames, in dB. Speech rises and falls; noise and held tones do not. */
	"levelDeviation",
	/** Mean absolute difference between the log-mel cells (natural log, from 148 Hz) of neighbouring active frames. */
	"flux",
] as const;

export type StatisticName = (typeof STATISTICS)[number];
export type NoteStatistics = Record<StatisticName, number>;

const { melBands, hopLength, sampleRate } = FEATURE_SPEC;

/**
 * The statistics of a recording in which a voice can be heard. `probabilities` has a row for each of `windows`.
 * `models/training/features/note_statistics.py` computes the same; test/voice/statistics.test.ts holds the two together.
 */
export function noteStatistics(
	recording: LogMel,
	windows: readonly PlannedWindow[],
	probabilities: readonly (readonly number[])[],
	shape = spectralShape(recording),
): NoteStatistics {
	return { ...ofProbabilities(windows, probabilities), ...ofSound(recording, shape) };
}

function ofProbabilities(
	windows: readonly PlannedWindow[],
	probabilities: readonly (readonly number[])[],
): Pick<NoteStatistics, "confidence" | "margin" | "agreement"> {
	const weights = windows.map(({ weight }) => weight);
	const pooled = weightedMean(probabilities, weights);
	const [confidence = 0, second = 0] = pooled.toSorted((a, b) => b - a);
	const likeliest = likeliestOf(pooled);
	const agreeing = probabilities.map((row) => [likeliestOf(row) === likeliest ? 1 : 0]);
	const [agreement = 0] = weightedMean(agreeing, weights);
	return { confidence, margin: confidence - second, agreement };
}

const likeliestOf = (row: readonly number[]): number => row.indexOf(Math.max(...row));

function ofSound(
	recording: LogMel,
	shape: SpectralShape,
): Omit<NoteStatistics, "confidence" | "margin" | "agreement"> {
	const active = activeFrames(recording.levels);
	const voiced = voicedFrames(recording, shape).filter(Boolean).length;
	const ofActive = (values: Float32Array) => values.filter((_, t) => active[t]);
	const flatnesses = ofActive(shape.flatnesses);
	return {
		voicedSeconds: Math.log1p((voiced * hopLength) / sampleRate),
		voicedShare: voiced / flatnesses.length,
		flatness: meanOf(flatnesses),
		flatnessDeviation: deviationOf(flatnesses),
		levelDeviation: deviationOf(ofActive(recording.levels)),
		flux: fluxOf(recording, active),
	};
}

/** 0 where no two active frames are neighbours. */
function fluxOf({ cells }: LogMel, active: readonly boolean[]): number {
	let [sum, pairs] = [0, 0];
	for (let t = 1; t < active.length; t++) {
		if (!active[t] || !active[t - 1]) continue;
		pairs++;
		for (let i = t * melBands + FIRST_BAND; i < (t + 1) * melBands; i++)
			sum += Math.abs((cells[i] ?? 0) - (cells[i - melBands] ?? 0));
	}
	return pairs ? sum / (pairs * (melBands - FIRST_BAND)) : 0;
}
