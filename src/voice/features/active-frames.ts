import { FEATURE_SPEC } from "./feature-spec.ts";
import { percentile } from "./percentile.ts";

/** For each frame, whether its level is within 35 dB of the 95th percentile of all levels given (dB). */
export function activeFrames(levels: Float32Array): boolean[] {
	const threshold = percentile(levels, 95) - FEATURE_SPEC.activeRange;
	return Array.from(levels, (level) => level > threshold);
}
