/**
 * The feature parameters that the model was trained with. `models/voice-emotion.json` contains the same values; a model
 * with different ones is rejected on load.
 */
export const FEATURE_SPEC = {
	sampleRate: 16_000,
	/** Samples: 25 ms. */
	frameLength: 400,
	/** Samples: 10 ms. */
	hopLength: 160,
	fftSize: 512,
	melBands: 64,
	/** Hz. */
	lowestFrequency: 60,
	/** Hz. */
	highestFrequency: 7_600,
	/** Added to a band's energy before the logarithm. */
	energyFloor: 1e-8,
	/** A frame is active if its level is within this many dB of the 95th percentile. */
	activeRange: 35,
	/** Cells are clipped this far below the 99th percentile, in natural-log units: 70 dB. */
	dynamicRange: 16.118,
} as const;

export type FeatureSpec = { [Key in keyof typeof FEATURE_SPEC]: number };
