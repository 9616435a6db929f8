import type { ApiKeyActor } from "../../actor.ts";
import type { Context } from "../../context.ts";
import { Fault } from "../../errors.ts";
import { callObject } from "../../outages.ts";
import { idempotencyMismatch } from "../idempotency.ts";
import { sessionNotFound, sessionStub } from "../sessions.ts";
import type { Idempotency } from "../types.ts";

/** Stores what happened later in a session. "replayed" if it was already stored. */
export async function recordOutcome(
	context: Context,
	{ accountId }: ApiKeyActor,
	sessionId: string,
	{ goal, value }: { goal: string; value: number | null },
	idempotency: Idempotency | null,
): Promise<"recorded" | "replayed"> {
	const outcome = await callObject(
		sessionStub(context, accountId, sessionId).recordOutcome({ goal, value, at: context.now(), idempotency }),
	);
	if (outcome === null) throw sessionNotFound(sessionId);
	if (outcome === "mismatch") throw idempotencyMismatch();
	if (outcome === "too_many")
		throw new Fault({ code: "conflict", message: "A session has at most 100 outcomes." });
	return outcome;
}
