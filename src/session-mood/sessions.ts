import type { ApiKeyActor } from "../actor.ts";
import type { Context } from "../context.ts";
import { Fault } from "../errors.ts";
import { callObject } from "../outages.ts";
import type { MoodModel } from "./engine/types.ts";
import { readingAnswer } from "./session/answers.ts";

/** The Durable Object of a session. Session ids are scoped to the account. */
export const sessionStub = ({ sessions }: Context, accountId: string, sessionId: string) =>
	sessions.getByName(`${accountId}:${sessionId}`);

export const sessionNotFound = (sessionId: string): Fault =>
	new Fault({ code: "not_found", message: "Session not found", sessionId });

/** The session's mood according to one model, in the API's format. Throws `not_found` if it has no stored events. */
export async function readSessionMood(
	context: Context,
	{ accountId, settings }: ApiKeyActor,
	{ sessionId, model, explain }: { sessionId: string; model: MoodModel; explain: boolean },
) {
	const reading = await callObject(
		sessionStub(context, accountId, sessionId).read(model.id, explain, context.now(), settings.sensitivity),
	);
	if (!reading) throw sessionNotFound(sessionId);
	return readingAnswer(sessionId, reading);
}

/** Permanently erases events, mood and feedback. Idempotent: repeating it finishes an interrupted erase. */
export async function eraseSession(
	context: Context,
	{ accountId }: ApiKeyActor,
	sessionId: string,
): Promise<void> {
	const erased = await callObject(sessionStub(context, accountId, sessionId).erase({ accountId, sessionId }));
	if (!erased) throw sessionNotFound(sessionId);
}
