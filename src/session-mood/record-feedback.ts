import type { ApiKeyActor } from "../actor.ts";
import type { Context } from "../context.ts";
import { idempotencyMismatch } from "./idempotency.ts";
import { ask, sessionNotFound, sessionStub } from "./session/find-session.ts";
import type { Feedback, Idempotency } from "./types.ts";

/** Stores what was done for a session and whether it helped. Returns whether it had been stored before. */
export async function recordFeedback(
	context: Context,
	{ accountId }: ApiKeyActor,
	sessionId: string,
	feedback: Feedback,
	idempotency: Idempotency | null,
): Promise<"recorded" | "replayed"> {
	const session = sessionStub(context, accountId, sessionId);
	const outcome = await ask(session.giveFeedback(feedback, context.now(), idempotency));
	if (outcome === null) throw sessionNotFound(sessionId);
	if (outcome === "mismatch") throw idempotencyMismatch();
	return outcome;
}
