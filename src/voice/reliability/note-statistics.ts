import { FEATURE_SPEC } from "../features/feature-spec.ts";
import { activeFrames, deviationOf, meanOf } from "../features/frames.ts";
import type { LogMel } from "../features/log-mel.ts";
import { FIRST_BAND, type SpectralShape, spectralShape, voicedFrames } from "../features/spectral-shape.ts";
import { weightedMean } from "../scores/emotion-scores.ts";
import type { PlannedWindow } from "../windows/plan-windows.ts";

/** The statistics from which reliability is estimated; their weights are in `models/voice-emotion.json`. */
export const STATISTICS = [
	/** The highest probability of the whole recording. */
	"confidence",
	/** The highest probability minus the second highest. */
	"margin",
	/** Weighted share of windows whose most likely emotion is that of the whole recording. */
	"agreement",
	/** ln(1 + seconds of voiced frames). */
	"voicedSeconds",
	/** Share of voiced frames among the active ones. */
	"voicedShare",
	/** Mean spectral flatness of active frames, in dB. */
	"flatness",
	/** Its standard deviation. */
	"flatnessDeviation",
	/** Standard deviation of the level of active frames, in dB: high for speech, low for noise and steady tones. */
	"levelDeviation",
	/** Mean absolute difference between the log-mel cells (natural log, from 148 Hz up) of adjacent active frames. */
	"flux",
] as const;

export type StatisticName = (typeof STATISTICS)[number];
export type NoteStatistics = Record<StatisticName, number>;

const { melBands, hopLength, sampleRate } = FEATURE_SPEC;

/**
 * The statistics of a recording that contains a voice. `probabilities` has one row per window. Must match
 * `models/training/features/note_statistics.py`; test/voice/statistics.test.ts checks that it does.
 */
export function noteStatistics(
	recording: LogMel,
	windows: readonly PlannedWindow[],
	probabilities: readonly (readonly number[])[],
	shape = spectralShape(recording),
): NoteStatistics {
	return { ...probabilityStatistics(windows, probabilities), ...soundStatistics(recording, shape) };
}

function probabilityStatistics(
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

function soundStatistics(
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

/** 0 if no two active frames are adjacent. */
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
