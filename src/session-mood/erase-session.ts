import type { ApiKeyActor } from "../actor.ts";
import type { Context } from "../context.ts";
import { ask, sessionNotFound, sessionStub } from "./session/find-session.ts";

/** Erases events, mood and feedback for good. An erase that was cut off half-way is finished by repeating it. */
export async function eraseSession(
	context: Context,
	{ accountId }: ApiKeyActor,
	sessionId: string,
): Promise<void> {
	const erased = await ask(sessionStub(context, accountId, sessionId).erase({ accountId, sessionId }));
	if (!erased) throw sessionNotFound(sessionId);
}
