/**
 * Probabilities of logits calibrated by a temperature: softmax(logits / temperature). Above 1 it takes confidence
 * away. Source: Guo et al., "On Calibration of Modern Neural Networks" (2017).
 */
export function softmax(logits: readonly number[], temperature: number): number[] {
	const highest = Math.max(...logits);
	const exponentials = logits.map((logit) => Math.exp((logit - highest) / temperature));
	const sum = exponentials.reduce((total, value) => total + value, 0);
	return exponentials.map((value) => value / sum);
}
