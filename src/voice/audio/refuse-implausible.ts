import { MAX_CHANNELS, SAMPLE_RATE_RANGE } from "./limits.ts";
import { RecordingRefused } from "./refusal.ts";

/**
 * Refuses sample rates (Hz) and channels that only a damaged header has. The container and the codec's own header
 * each name them and may disagree, so both are asked.
 */
export function refuseImplausible(sampleRate: number, channels: number): void {
	const { lowest, highest } = SAMPLE_RATE_RANGE;
	const isPlausible =
		sampleRate >= lowest && sampleRate <= highest && channels >= 1 && channels <= MAX_CHANNELS;
	if (isPlausible) return;
	throw new RecordingRefused("unsupported", `${channels} channels at ${sampleRate} Hz are not supported.`);
}
