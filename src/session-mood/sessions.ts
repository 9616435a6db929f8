import type { ApiKeyActor } from "../actor.ts";
import type { Context } from "../context.ts";
import { Fault } from "../errors.ts";
import type { MoodModel } from "./engine/types.ts";
import type { SessionReading } from "./session/session-object.ts";

/** The object of a session. Two accounts that use the same session id get two objects. */
export const sessionStub = ({ sessions }: Context, accountId: string, sessionId: string) =>
	sessions.getByName(`${accountId}:${sessionId}`);

export const sessionNotFound = (sessionId: string): Fault =>
	new Fault({ code: "not_found", message: "Session not found", sessionId });

/** Asks a Durable Object. Where the platform says that the object cannot answer now, so do we: 503, try again. */
export async function ask<P extends Promise<unknown>>(call: P): Promise<Awaited<P>> {
	try {
		return await call;
	} catch (error) {
		const { retryable, overloaded } = error as { retryable?: boolean; overloaded?: boolean };
		if (!retryable && !overloaded) throw error;
		throw new Fault({ code: "unavailable", message: "Nothing was stored. Please try again in a moment." });
	}
}

/** The session's mood by one model, as the contract publishes it. Throws `not_found` without stored events. */
export async function readSessionMood(
	context: Context,
	{ accountId }: ApiKeyActor,
	{ sessionId, model, explain }: { sessionId: string; model: MoodModel; explain: boolean },
) {
	const reading = await ask(sessionStub(context, accountId, sessionId).read(model.id, explain));
	if (!reading) throw sessionNotFound(sessionId);
	return readingAnswer(sessionId, reading);
}

/** A reading in the contract's names. */
export function readingAnswer(sessionId: string, reading: SessionReading) {
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

/** Erases events, mood and feedback for good. An erase that was cut off half-way is finished by repeating it. */
export async function eraseSession(
	context: Context,
	{ accountId }: ApiKeyActor,
	sessionId: string,
): Promise<void> {
	const erased = await ask(sessionStub(context, accountId, sessionId).erase({ accountId, sessionId }));
	if (!erased) throw sessionNotFound(sessionId);
}
