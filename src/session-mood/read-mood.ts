import type { ApiKeyActor } from "../actor.ts";
import type { Context } from "../context.ts";
import type { MoodModel } from "./engine/types.ts";
import { ask, sessionNotFound, sessionStub } from "./session/find-session.ts";
import type { SessionReading } from "./session/session-object.ts";

/** The session's mood by one model, as the contract publishes it. Throws `not_found` without stored events. */
export async function readSessionMood(
	context: Context,
	{ accountId }: ApiKeyActor,
	{ sessionId, model, explain }: { sessionId: string; model: MoodModel; explain: boolean },
) {
	const reading = await ask(sessionStub(context, accountId, sessionId).read(model.id, explain));
	if (!reading) throw sessionNotFound(sessionId);
	return published(sessionId, reading);
}

/** A reading in the contract's names. */
export function published(sessionId: string, reading: SessionReading) {
	const { mood, confidence, signals, suggested_action, totalEvents, updatedAt, explanation } = reading;
	return {
		session_id: sessionId,
		mood,
		confidence,
		signals,
		suggested_action,
		event_count: totalEvents,
		updated_at: new Date(updatedAt * 1000).toISOString(),
		...(explanation && { explanation }),
	};
}
