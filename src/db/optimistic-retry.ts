import { Fault } from "../errors.ts";

const ATTEMPTS = 5;

/**
 * Reads, decides and writes again when somebody else wrote in between. `attempt` gives undefined when its write found
 * another revision than the one it had read. Undefined when it loses every time.
 */
export async function tryWhileStale<T>(attempt: () => Promise<T | undefined>): Promise<T | undefined> {
	for (let i = 0; i < ATTEMPTS; i++) {
		const result = await attempt();
		if (result !== undefined) return result;
	}
	return undefined;
}

/** The same for a person who waits for it: `conflict` when it loses every time. */
export async function onFreshRow<T>(attempt: () => Promise<T | undefined>): Promise<T> {
	const result = await tryWhileStale(attempt);
	if (result !== undefined) return result;
	throw new Fault({ code: "conflict", message: "Somebody else is changing this right now. Try again." });
}
