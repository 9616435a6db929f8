/** The moods of each model, those first that want something done. */
export const MOODS = {
	intent: ["frustrated", "confused", "disengaged", "browsing", "decisive", "focused", "neutral"],
	engagement: ["frustrated", "confused", "bored", "curious", "engaged", "satisfied", "neutral"],
} as const;
