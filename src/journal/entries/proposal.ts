import type { EmotionScore, Reliability } from "../../emotions.ts";

/** What stands beside an entry's scores. */
export interface Proposal {
	reliability: Reliability;
	/** Of the highest score; null when the reading is too unreliable to propose anything. */
	proposedEmoji: string | null;
}

/** What a reading proposes to its owner, who alone decides: nothing counts before they select an emoji. */
export const proposalOf = ([highest]: readonly EmotionScore[], reliability: Reliability): Proposal => ({
	reliability,
	proposedEmoji: reliability === "low" ? null : (highest?.emoji ?? null),
});
