import { Fault } from "../errors.ts";

const ATTEMPTS = 5;

/**
 * Optimistic concurrency: repeats `attempt` (read, decide, write) while it returns undefined, meaning that the row was
 * changed since it was read. Undefined if every attempt loses.
 */
export async function retryOnConflict<T>(attempt: () => Promise<T | undefined>): Promise<T | undefined> {
	for (let i = 0; i < ATTEMPTS; i++) {
		const result = await attempt();
		if (result !== undefined) return result;
	}
	return undefined;
}

/** The same, but throws `conflict` if every attempt loses. */
export async function retryOrConflict<T>(attempt: () => Promise<T | undefined>): Promise<T> {
	const result = await retryOnConflict(attempt);
	if (result !== undefined) return result;
	throw new Fault({ code: "conflict", message: "This was changed at the same time elsewhere. Try again." });
}
