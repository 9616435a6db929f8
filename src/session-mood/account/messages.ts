import type { Feedback, Idempotency, Moods } from "../types.ts";

export interface Admission {
	sessionId: string;
	/** The calendar month whose quota the session counts towards, such as `2026-05`. */
	month: string;
	/** Sessions per month in the plan. */
	limit: number;
	moods: Moods;
}

export interface FeedbackEntry extends Feedback {
	sessionId: string;
	moods: Moods;
	givenAt: number;
	idempotency: Idempotency | null;
}

export interface MoodTallies {
	totalSessions: number;
	feedbackCount: number;
	/** Sessions by mood. Moods without sessions may be absent. */
	sessionsByMood: Record<string, number>;
}
