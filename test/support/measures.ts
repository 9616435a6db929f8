/** What a model proposed for one recording whose emotion is known. */
export interface Outcome {
	emotion: string;
	proposed: string;
	/** Probability of what was proposed, 0 to 1. */
	confidence: number;
}

const BINS = 15;

/** The share of outcomes that are right. NaN of none. */
export function accuracy(outcomes: readonly Outcome[]): number {
	return mean(outcomes.map(({ emotion, proposed }) => Number(emotion === proposed)));
}

/**
 * Unweighted average recall (UAR): the mean over the emotions present of the share of each that was recognised, so
 * that a frequent emotion counts no more than a rare one. Source: Schuller et al., "The INTERSPEECH 2009 Emotion
 * Challenge". NaN of none.
 */
export function unweightedAverageRecall(outcomes: readonly Outcome[]): number {
	const byEmotion = Map.groupBy(outcomes, ({ emotion }) => emotion);
	return mean(Array.from(byEmotion.values(), accuracy));
}

/**
 * Expected calibration error: the distance between mean confidence and accuracy in each of 15 bins of equal width,
 * (k / 15, (k + 1) / 15], averaged with the number of outcomes in each as its weight. 0 is best. NaN of none.
 * Source: Guo et al., "On Calibration of Modern Neural Networks" (2017).
 */
export function expectedCalibrationError(outcomes: readonly Outcome[]): number {
	const bins = Map.groupBy(outcomes, ({ confidence }) => Math.max(0, Math.ceil(confidence * BINS) - 1));
	const gaps = Array.from(bins.values(), (bin) => {
		const gap = mean(bin.map(({ confidence }) => confidence)) - accuracy(bin);
		return bin.length * Math.abs(gap);
	});
	return gaps.reduce((sum, gap) => sum + gap, 0) / outcomes.length;
}

/** NaN of none. */
export function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
