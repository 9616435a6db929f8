import type { Feedback, Idempotency, Moods } from "../types.ts";

export interface Admission {
	sessionId: string;
	/** The calendar month whose quota the session counts towards, such as `2026-05`. */
	month: string;
	/** Sessions per month in the plan. */
	limit: number;
	moods: Moods;
	/** Set when the session comes in by a publishable key, which anybody can read in a page. */
	visitor: Visitor | null;
}

/** Who begins a session in a page, and how many sessions such keys may begin. */
export interface Visitor {
	/** Address of the client; null when it has been counted for this session. */
	address: string | null;
	/** Whether the session counts in the month: not a bot's, nor one in which nobody has done anything yet. */
	counts: boolean;
	/** Sessions that all pages of the account may begin in a month. */
	monthlyLimit: number;
	/** Sessions that one address may begin in a day. */
	dailyLimit: number;
}

export type AdmissionOutcome = "admitted" | "quota_exceeded" | "rate_limited";

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
