import { DurableObject } from "cloudflare:workers";
import type { ActionOutcome } from "../contract.ts";
import type { Moods } from "../types.ts";
import { AccountLedger } from "./account-ledger.ts";
import type { Admission, FeedbackEntry, MoodTallies } from "./messages.ts";

/**
 * One account: its month's quota, its sessions with their current mood, and what helped. Being the only one that
 * counts, it counts exactly, however many requests arrive at once: every method is one synchronous transaction.
 */
export class AccountObject extends DurableObject<Env> {
	readonly #ledger: AccountLedger;

	constructor(state: DurableObjectState, env: Env) {
		super(state, env);
		this.#ledger = new AccountLedger(state.storage);
	}

	/**
	 * Counts a session in its month, once. False when the month's allowance is used up. A session that was admitted but
	 * whose first events a crash then lost is counted already; its moods are those of the events that come now.
	 */
	admit({ sessionId, month, limit, moods }: Admission): boolean {
		return this.#ledger.transaction(() => {
			const session = this.#ledger.session(sessionId);
			const isCounted = session?.countedMonth === month || this.#ledger.countInMonth(month, limit);
			if (isCounted) this.#ledger.putSession(sessionId, session, month, moods);
			return isCounted;
		});
	}

	/** Takes note of a session's moods. A session that is not known (it was erased) stays unknown. */
	noteMoods(sessionId: string, moods: Moods): void {
		this.#ledger.transaction(() => {
			const session = this.#ledger.session(sessionId);
			if (session) this.#ledger.putSession(sessionId, session, session.countedMonth, moods);
		});
	}

	/** Stores feedback once an idempotency key. */
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

	/** Removes all that is known of a session and takes it out of every count; false when nothing is known of it. */
	forget(sessionId: string): boolean {
		return this.#ledger.transaction(() => this.#ledger.removeSession(sessionId));
	}
}
