import type { Comparison } from "./contract.ts";
import { MIN_SESSIONS } from "./statistics/boundary.ts";
import type { Arm } from "./statistics/proportions.ts";

const percent = (share: number): string => `${Math.round(100 * share)} %`;
const points = (difference: number): string => String(Math.round(100 * difference)).replace("-", "−");

/** What the comparison of recoveries says, in a sentence that a person understands. */
export function inWords(
	treated: Arm,
	heldOut: Arm,
	{ interval, conclusive }: Comparison,
	isSplitRight: boolean,
): string {
	if (interval === null)
		return `Too early to say: ten minutes have passed for ${treated.sessions} sessions with it, for ${heldOut.sessions} without. At least ${MIN_SESSIONS} of each are needed.`;
	const shares = `${percent(treated.successes / treated.sessions)} recovered with it, ${percent(heldOut.successes / heldOut.sessions)} without`;
	if (!isSplitRight)
		return `Nothing is concluded: more or fewer sessions were held out than should have been, so some are missing on one side. ${shares}.`;
	const [low, high] = interval;
	if (!conclusive)
		return `No difference shown yet: ${shares}. The true difference may be from ${points(low)} to ${points(high)} points. This is not proof of no effect.`;
	return low > 0
		? `It helps: ${shares}. The gain is probably between ${points(low)} and ${points(high)} points.`
		: `It does harm: ${shares}. The loss is probably between ${points(-high)} and ${points(-low)} points. Consider switching it off.`;
}
