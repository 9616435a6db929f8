const CLICKS = 3;
const WITHIN_MS = 1_000;
const WITHIN_PX = 30;

export interface Press {
	readonly x: number;
	readonly y: number;
	/** Unix milliseconds. */
	readonly at: number;
}

/**
 * Detects rage clicks by PostHog's definition: three clicks, each within 1,000 ms and 30 px (Manhattan) of the previous
 * one. Returns true once per series, for its third click.
 */
export function createRageDetector(): (press: Press) => boolean {
	let last: Press | undefined;
	let length = 0;
	return (press) => {
		const continues =
			last &&
			press.at - last.at < WITHIN_MS &&
			Math.abs(press.x - last.x) + Math.abs(press.y - last.y) < WITHIN_PX;
		length = continues ? length + 1 : 1;
		last = press;
		return length === CLICKS;
	};
}
