import { DurableObject } from "cloudflare:workers";
import type { ActionOutcome } from "../contract.ts";
import type { Moods } from "../types.ts";
import { AccountLedger } from "./account-ledger.ts";
import type { Admission, FeedbackEntry, MoodTallies } from "./messages.ts";

/**
 * One account: its monthly quota, the current mood of its sessions, and its feedback. Every method is one synchronous
 * transaction in a single object, so counts stay exact under concurrency.
 */
export class AccountObject extends DurableObject<Env> {
	readonly #ledger: AccountLedger;

	constructor(state: DurableObjectState, env: Env) {
		super(state, env);
		this.#ledger = new AccountLedger(state.storage);
	}

	/**
	 * Counts a session once per month; false if the quota is exhausted. If a crash lost the first events of an admitted
	 * session, it is already counted and only its moods are updated.
	 */
	admit({ sessionId, month, limit, moods }: Admission): boolean {
		return this.#ledger.transaction(() => {
			const session = this.#ledger.session(sessionId);
			const isCounted = session?.countedMonth === month || this.#ledger.countInMonth(month, limit);
			if (isCounted) this.#ledger.putSession(sessionId, session, month, moods);
			return isCounted;
		});
	}

	/** Updates the moods of a session. Ignored if the session was erased. */
	noteMoods(sessionId: string, moods: Moods): void {
		this.#ledger.transaction(() => {
			const session = this.#ledger.session(sessionId);
			if (session) this.#ledger.putSession(sessionId, session, session.countedMonth, moods);
		});
	}

	/** Stores feedback, once per idempotency key. */
	recordFeedback(entry: FeedbackEntry): "recorded" | "replayed" | "mismatch" {
		return this.#ledger.transaction(() => {
			const earlier = entry.idempotency && this.#ledger.feedbackFingerprint(entry);
			if (earlier) return earlier === entry.idempotency?.fingerprint ? "replayed" : "mismatch";
			this.#ledger.addFeedback(entry);
			return "recorded";
		});
	}

	tallies(model: string): MoodTallies {
		return this.#ledger.tallies(model);
	}

	actionOutcomes(model: string): ActionOutcome[] {
		return this.#ledger.actionOutcomes(model);
	}

	/** Deletes a session with its feedback and removes it from every tally; false if it is unknown. */
	forget(sessionId: string): boolean {
		return this.#ledger.transaction(() => this.#ledger.removeSession(sessionId));
	}
}
