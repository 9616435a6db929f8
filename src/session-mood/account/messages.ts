import type { Feedback, Idempotency, Moods } from "../types.ts";

export interface Admission {
	sessionId: string;
	/** The calendar month that the session counts in, as `2026-05`. */
	month: string;
	/** Sessions that the plan allows in a month. */
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
	/** Sessions by mood. Moods nobody is in may be left out. */
	sessionsByMood: Record<string, number>;
}
