import type { Feedback, Idempotency, Moods } from "../types.ts";
import type { SeenMood } from "./mood-times.ts";

export interface Admission {
	accountId: string;
	note: MoodNote;
	/** The calendar month whose quota the session counts towards, such as `2026-05`. */
	month: string;
	/** Sessions per month in the plan. */
	limit: number;
	/** Set when the session comes in by a publishable key, which anybody can read in a page. */
	visitor: Visitor | null;
}

/** Who started a session with a publishable key, and how many sessions such keys may start. */
export interface Visitor {
	/** The client's address; null if this session was already counted for it. */
	address: string | null;
	/** Whether the session counts towards the quota: not a bot's, nor one without an active event so far. */
	counts: boolean;
	/** Sessions per month that all publishable keys of the account may start. */
	monthlyLimit: number;
	/** Sessions per day that one address may start. */
	dailyLimit: number;
}

export type AdmissionOutcome = "admitted" | "quota_exceeded" | "rate_limited";

/** The moods that a session is in now. */
export interface MoodNote {
	sessionId: string;
	moods: Moods;
	/** By model. */
	readings: Readonly<Record<string, { confidence: number; action: string }>>;
	eventCount: number;
	/** The time of the latest event, in Unix seconds. */
	updatedAt: number;
	/** All moods that it has been in so far, by hour. */
	seen: readonly SeenMood[];
}

/** A session as it stands in the list of an account. */
export interface ListedSession {
	id: string;
	/** When it was first counted, in Unix milliseconds. */
	seenAt: number;
}

export interface SessionPage {
	sessions: ListedSession[];
	/** Where the next page begins; null at the end. */
	next: ListedSession | null;
}

export interface SessionQuery {
	model: string;
	/** Undefined: any. */
	mood: string | undefined;
	limit: number;
	/** Only those that come after this one in the list. */
	after: ListedSession | undefined;
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
