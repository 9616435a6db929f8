import { decodeRecording } from "./audio/decode-recording.ts";
import { RecordingRefused } from "./audio/recording-refused.ts";
import { FEATURE_SPEC } from "./features/feature-spec.ts";
import { type LogMel, logMel } from "./features/log-mel.ts";
import { normalise } from "./features/normalise.ts";
import { spectralShape } from "./features/spectral-shape.ts";
import type { VoiceModel } from "./model/voice-model.ts";
import { cautiousProbability, reliabilityAt } from "./reliability/estimate-reliability.ts";
import { noteStatistics } from "./reliability/note-statistics.ts";
import { emotionScores, sharpened, weightedMean } from "./scores/emotion-scores.ts";
import type { VoiceReading } from "./voice-reading.ts";
import { type PlannedWindow, planWindows } from "./windows/plan-windows.ts";

const { melBands, hopLength, sampleRate } = FEATURE_SPEC;
const SECONDS_PER_FRAME = hopLength / sampleRate;

/** The whole pipeline: decode, features, windows, model, scores, reliability. Throws `RecordingRefused` or `ModelUnavailable`. */
export async function analyseVoice(file: Uint8Array<ArrayBuffer>, model: VoiceModel): Promise<VoiceReading> {
	const { samples, seconds, contentType } = await decodeRecording(file);
	const { windows, probabilities, pooled, ...reading } = await analyseLogMel(logMel(samples), model);
	const scored = (values: readonly number[]) => emotionScores(model.emotions, values);
	return {
		seconds,
		contentType,
		scores: scored(pooled),
		probabilityCorrect: reading.probabilityCorrect,
		reliability: reliabilityAt(reading.probabilityCorrect, model.spec.reliability),
		modelVersion: model.spec.version,
		timeline: windows.map(({ start, end }, i) => ({
			at: inSeconds(start),
			length: inSeconds(end - start),
			scores: scored(probabilities[i] ?? []),
		})),
	};
}

export interface LogMelReading {
	windows: PlannedWindow[];
	/** One row per window, in the order of the model's emotions. */
	probabilities: number[][];
	/** For the whole recording. */
	pooled: number[];
	/** The probability that the highest of them is right; 0 for what is too short to judge. */
	probabilityCorrect: number;
}

/** Runs the model on a log-mel spectrogram. Throws `RecordingRefused` if it contains no voice, or `ModelUnavailable`. */
export async function analyseLogMel(recording: LogMel, model: VoiceModel): Promise<LogMelReading> {
	const shape = spectralShape(recording);
	const windows = planWindows(recording, model.spec.windows, shape);
	if (!windows.length)
		throw new RecordingRefused("silent", "The recording is silent: it contains no audible voice.");
	const probabilities = await model.classify(normalised(recording, windows));
	const weights = windows.map(({ weight }) => weight);
	return {
		windows,
		probabilities,
		pooled: sharpened(weightedMean(probabilities, weights), windows.length, model.spec.sharpness),
		probabilityCorrect: cautiousProbability(
			noteStatistics(recording, windows, probabilities, shape),
			model.spec.reliability,
		),
	};
}

/** Yields windows lazily, as the model consumes them. */
function* normalised({ cells, levels }: LogMel, windows: readonly PlannedWindow[]): Generator<Float32Array> {
	for (const { start, end } of windows) {
		yield normalise(cells.subarray(start * melBands, end * melBands), levels.subarray(start, end));
	}
}

const inSeconds = (frames: number): number => Math.round(frames * SECONDS_PER_FRAME * 100) / 100;
