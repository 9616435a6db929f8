import { EMOTIONS, type Emotion } from "../../emotions.ts";
import { FEATURE_SPEC, type FeatureSpec } from "../features/feature-spec.ts";
import type { ReliabilitySpec } from "../reliability/estimate-reliability.ts";
import { STATISTICS } from "../reliability/note-statistics.ts";
import { ModelUnavailable } from "./model-unavailable.ts";

/** The contents of `models/voice-emotion.json`, which describes the model file beside it. */
export interface ModelSpec {
	/** Names the model whose scores these are: the beginning of the weights' SHA-256 unless training named another. */
	version: string;
	/** Of the model file, in hex. */
	sha256: string;
	/** In the order of the model's outputs. */
	labels: string[];
	input: { name: string; bands: number; minFrames: number; padding: number };
	output: { name: string };
	/** Frames are 10 ms. A recording of at most `wholeUpToFrames` is one window. */
	windows: { frames: number; wholeUpToFrames: number; minActiveShare: number };
	features: FeatureSpec;
	/** Temperature scaling: logits are divided by it before the softmax. */
	temperature: number;
	/** How strongly confidence grows with the number of windows; see `sharpened`. */
	sharpness: number;
	reliability: ReliabilitySpec;
}

/** The labels as emotions, in the order of the model's outputs. Throws unless each occurs exactly once. */
export function emotionsOf(spec: ModelSpec): Emotion[] {
	const emotions = spec.labels.filter((label): label is Emotion =>
		EMOTIONS.some((emotion) => emotion === label),
	);
	if (spec.labels.length === EMOTIONS.length && new Set(emotions).size === EMOTIONS.length) return emotions;
	throw new ModelUnavailable(`The model's labels are not the eight emotions: ${spec.labels.join(", ")}`);
}

/** Rejects a model trained with other features than this code computes. */
export function assertSameFeatures(features: FeatureSpec): void {
	const differing = Object.entries(FEATURE_SPEC).filter(
		([key, value]) => Reflect.get(features, key) !== value,
	);
	if (!differing.length) return;
	throw new ModelUnavailable(
		`The model was trained with different features: ${differing.map(([key]) => key).join(", ")}`,
	);
}

/** Rejects a reliability estimator that this code cannot evaluate: other statistics, or invalid numbers. */
export function assertReliability({ statistics, bias, medium, high }: ReliabilitySpec): void {
	const names = Object.keys(statistics);
	const differing = names
		.filter((name) => !STATISTICS.some((known) => known === name))
		.concat(STATISTICS.filter((known) => !names.includes(known)));
	if (differing.length)
		throw new ModelUnavailable(
			`The reliability estimator has unknown or missing statistics: ${differing.join(", ")}`,
		);
	const unusable = STATISTICS.filter((name) => {
		const { mean, deviation, weight, square } = statistics[name];
		return ![mean, deviation, weight, square].every(Number.isFinite) || deviation <= 0;
	});
	if (unusable.length || !Number.isFinite(bias))
		throw new ModelUnavailable(
			`The reliability estimator has invalid numbers for ${unusable.join(", ") || "bias"}`,
		);
	if (!(medium > 0 && medium < high && high <= 1))
		throw new ModelUnavailable("The thresholds of the reliability estimator are not 0 < medium < high <= 1");
}
