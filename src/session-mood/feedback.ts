import type { ApiKeyActor } from "../actor.ts";
import type { Context } from "../context.ts";
import { callObject } from "../outages.ts";
import type { ActionOutcome } from "./contract.ts";
import type { MoodModel } from "./engine/types.ts";
import { idempotencyMismatch } from "./idempotency.ts";
import { sessionNotFound, sessionStub } from "./sessions.ts";
import type { Feedback, Idempotency } from "./types.ts";

/** Stores which action was taken for a session and whether it helped. "replayed" if it was already stored. */
export async function recordFeedback(
	context: Context,
	{ accountId }: ApiKeyActor,
	sessionId: string,
	feedback: Feedback,
	idempotency: Idempotency | null,
): Promise<"recorded" | "replayed"> {
	const session = sessionStub(context, accountId, sessionId);
	const outcome = await callObject(session.giveFeedback(feedback, context.now(), idempotency));
	if (outcome === null) throw sessionNotFound(sessionId);
	if (outcome === "mismatch") throw idempotencyMismatch();
	return outcome;
}

/** Percentage with one decimal; 0 when `total` is 0. */
const percentage = (count: number, total: number): number =>
	total === 0 ? 0 : Math.round((count / total) * 1000) / 10;

/** The number of sessions in each mood of the model, most frequent first. */
export async function readMoodAnalytics({ accounts }: Context, { accountId }: ApiKeyActor, model: MoodModel) {
	const tallies = await callObject(accounts.getByName(accountId).tallies(model.id));
	const distribution = model.moods.map(({ mood }) => {
		const count = tallies.sessionsByMood[mood] ?? 0;
		return { mood, count, percentage: percentage(count, tallies.totalSessions) };
	});
	return {
		total_sessions: tallies.totalSessions,
		feedback_count: tallies.feedbackCount,
		mood_distribution: distribution.sort((a, b) => b.count - a.count),
	};
}

/** How often each action helped in each mood, from the account's feedback. */
export const readActionOutcomes = (
	{ accounts }: Context,
	{ accountId }: ApiKeyActor,
	model: MoodModel,
): Promise<ActionOutcome[]> => callObject(accounts.getByName(accountId).actionOutcomes(model.id));
