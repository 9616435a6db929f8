import type { Context } from "../../context.ts";
import { Fault } from "../../errors.ts";

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
