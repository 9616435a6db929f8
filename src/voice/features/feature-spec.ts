/**
 * The features the model was trained with. `models/voice-emotion.json` carries the same numbers, and a model whose
 * numbers differ is refused when it loads.
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
	/** dB below the 95th percentile of frame levels within which a frame counts as active. */
	activeRange: 35,
	/** Natural-log units below the 99th percentile at which cells are cut: 70 dB. */
	dynamicRange: 16.118,
} as const;

export type FeatureSpec = { [Key in keyof typeof FEATURE_SPEC]: number };
