import { DurableObject } from "cloudflare:workers";
import { isKeyActive } from "../../auth/find-api-key.ts";
import { type Clock, type Context, contextOf, systemClock } from "../../context.ts";
import type { ActionOutcome } from "../contract.ts";
import { isSameContent } from "../idempotency.ts";
import type { Arm } from "../interventions/active-intervention.ts";
import { AccountLedger } from "./account-ledger.ts";
import { AccountNews } from "./account-news.ts";
import { AccountWatchers, type Listening } from "./account-watchers.ts";
import { type ArmTally, ExperimentLedger, type Occurrence, type OutcomeEntry } from "./experiment-ledger.ts";
import type {
	Admission,
	AdmissionOutcome,
	FeedbackEntry,
	MoodNote,
	MoodTallies,
	SessionPage,
	SessionQuery,
} from "./messages.ts";
import type { LoggedChange } from "./mood-log.ts";
import type { Bucket } from "./mood-times.ts";
import { Visitors } from "./visitors.ts";

/** The storage key that marks an account as erased, or as being erased. */
const ERASED = "erased";
/** How long the mark stays: other isolates accept a key for up to a minute, and late events must not revive the account. */
const REMEMBERED_MS = 24 * 3_600_000;
const SESSIONS_AT_ONCE = 100;
const PAUSE_MS = 1_000;
/** A revoked key's sockets are closed within this time. */
const KEY_CHECK_MS = 10 * 60_000;

/**
 * One account: its monthly quota, the current mood of its sessions, and its feedback. Every method is one synchronous
 * transaction in a single object, so counts stay exact under concurrency.
 */
export class AccountObject extends DurableObject<Env> {
	clock: Clock = systemClock;
	readonly #ledger: AccountLedger;
	readonly #experiments: ExperimentLedger;
	readonly #visitors = new Visitors();
	readonly #watchers: AccountWatchers;
	readonly #news: AccountNews;

	constructor(state: DurableObjectState, env: Env) {
		super(state, env);
		this.#ledger = new AccountLedger(state.storage, () => this.clock());
		this.#watchers = new AccountWatchers(state);
		this.#news = new AccountNews(state.storage, (number) => this.#ledger.changesAfter(number).changes);
		this.#experiments = new ExperimentLedger(state.storage);
	}

	/** Shows that objects can be reached. */
	ping(): void {}

	/**
	 * Counts a session once per month, unless the quota is exhausted: the account's own, or the share of its pages. If
	 * a crash lost the first events of an admitted session, it is already counted and only its moods are updated.
	 */
	admit(admission: Admission): AdmissionOutcome {
		const { accountId, note, month, limit, visitor } = admission;
		const { sessionId } = note;
		const outcome = this.#ledger.transaction(() => {
			if (this.#erasedAccount()) return "quota_exceeded";
			const session = this.#ledger.session(sessionId);
			if (session?.countedMonth !== month) {
				if (visitor?.address && !this.#visitors.mayStart(visitor.address, visitor.dailyLimit, this.clock()))
					return "rate_limited";
				if (visitor?.counts === false) {
					this.#ledger.addUncounted(sessionId);
					return "admitted";
				}
				const pages = visitor ? [{ counter: `${month} pages`, limit: visitor.monthlyLimit }] : [];
				const limits = [{ counter: month, limit }, ...pages];
				if (!this.#ledger.countIn(limits)) return "quota_exceeded";
			}
			this.#tell(accountId, this.#ledger.putSession(note, session, month));
			return "admitted";
		});
		this.#tellOfQuota(accountId, month, limit);
		return outcome;
	}

	/** Takes note of the moods that sessions are in now. Sessions that were erased are ignored. */
	addMoodNotes(accountId: string, notes: readonly MoodNote[]): void {
		this.#tell(
			accountId,
			this.#ledger.transaction(() => this.#ledger.noteMoods(notes)),
		);
	}

	/** Tells those who listen, and the webhooks. */
	#tell(accountId: string, changes: readonly LoggedChange[]): void {
		this.#watchers.tell(changes);
		const [first] = changes;
		if (first) this.ctx.waitUntil(this.#news.tellOfChanges(accountId, first.number, this.#context));
	}

	/** The webhooks learn once a month that most of the quota is used, and that all is. */
	#tellOfQuota(accountId: string, month: string, limit: number): void {
		const used = this.#ledger.usedIn(month);
		if (this.#news.isQuotaNews(month, used, limit))
			this.ctx.waitUntil(this.#news.tellOfQuota(accountId, this.#context, { month, used, limit }));
	}

	get #context(): Context {
		return { ...contextOf(this.env), now: this.clock };
	}

	/** Sessions, those first that were counted last. */
	listSessions(query: SessionQuery): SessionPage {
		return this.#ledger.transaction(() => this.#ledger.listSessions(query));
	}

	/** How many sessions were in each mood of a model, by hours or days since 1970, from … to, both included. */
	moodTimes(model: string, bucket: Bucket, from: number, to: number) {
		return this.#ledger.transaction(() => this.#ledger.moodTimes(model, bucket, from, to));
	}

	/** Sessions counted in a month such as `2026-05`. */
	usedIn(month: string): number {
		return this.#ledger.usedIn(month);
	}

	/** Lets a socket listen to changes of mood, if asked for after the one of a number. */
	override async fetch(request: Request): Promise<Response> {
		const { searchParams } = new URL(request.url);
		const listening: Listening = JSON.parse(searchParams.get("listening") ?? "null");
		const after = searchParams.get("after");
		if ((await this.ctx.storage.getAlarm()) === null)
			await this.ctx.storage.setAlarm(this.clock() + KEY_CHECK_MS);
		return this.#watchers.accept(listening, after === null ? null : this.#ledger.changesAfter(Number(after)));
	}

	override webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): void {
		this.#watchers.receive(socket, message);
	}

	/** Stores feedback, once per idempotency key. */
	recordFeedback(entry: FeedbackEntry): "recorded" | "replayed" | "mismatch" {
		return this.#ledger.transaction(() => {
			const { idempotency } = entry;
			const earlier = idempotency && this.#ledger.feedbackFingerprint(entry);
			if (earlier) return isSameContent(earlier, idempotency.fingerprint) ? "replayed" : "mismatch";
			this.#ledger.addFeedback(entry);
			return "recorded";
		});
	}

	/** Takes note of what interventions did in sessions, each occurrence once. */
	noteOccurrences(occurrences: readonly Occurrence[]): void {
		this.#ledger.transaction(() => {
			for (const occurrence of occurrences)
				if (this.#ledger.knows(occurrence.sessionId)) this.#experiments.note(occurrence);
		});
	}

	/** Stores an outcome of a session, once per idempotency key. */
	recordOutcome(entry: OutcomeEntry): "recorded" | "replayed" | "mismatch" | "too_many" {
		return this.#ledger.transaction(() => this.#experiments.addOutcome(entry));
	}

	/** What has been counted of both arms of an intervention by `now` (Unix ms). */
	interventionTallies(
		intervention: { id: string; round: number; goal: string | null; action: string },
		now: number,
	): Record<Arm, ArmTally> {
		const tally = (arm: Arm) => this.#experiments.tally(intervention, arm, now);
		return { treated: tally("treated"), held_out: tally("held_out") };
	}

	forgetIntervention(id: string): void {
		this.#experiments.forgetIntervention(id);
	}

	tallies(model: string): MoodTallies {
		return this.#ledger.transaction(() => this.#ledger.tallies(model));
	}

	actionOutcomes(model: string): ActionOutcome[] {
		return this.#ledger.actionOutcomes(model);
	}

	/** Starts erasing the account and all its sessions; alarms continue until nothing is left. */
	async erase(accountId: string): Promise<void> {
		this.ctx.storage.kv.put(ERASED, { accountId, at: this.clock() });
		await this.ctx.storage.setAlarm(this.clock());
	}

	override async alarm(): Promise<void> {
		const erased = this.#erasedAccount();
		if (!erased) {
			await this.#news.retry(this.#context);
			return this.#lookAtKeys();
		}
		// The platform stops retrying an alarm after a few failures; an erase must go on.
		const isDone = await this.#eraseSome(erased.accountId).catch(() => false);
		if (isDone && erased.at + REMEMBERED_MS <= this.clock()) return this.ctx.storage.deleteAll();
		await this.ctx.storage.setAlarm(isDone ? erased.at + REMEMBERED_MS : this.clock() + PAUSE_MS);
	}

	async #lookAtKeys(): Promise<void> {
		if (!this.#watchers.areAny) return;
		const context = this.#context;
		await this.#watchers.closeRevoked((keyId) => isKeyActive(context, keyId)).catch(() => undefined);
		if (this.#watchers.areAny) await this.ctx.storage.setAlarm(this.clock() + KEY_CHECK_MS);
	}

	/** Erases some sessions, and the ledger once none is left. Returns whether everything is erased. */
	async #eraseSome(accountId: string): Promise<boolean> {
		const sessionIds = this.#ledger.someSessions(SESSIONS_AT_ONCE);
		await Promise.all(
			sessionIds.map((sessionId) =>
				this.env.SESSION.getByName(`${accountId}:${sessionId}`).erase({ accountId, sessionId }),
			),
		);
		if (sessionIds.length === SESSIONS_AT_ONCE) return false;
		this.#ledger.clear();
		this.#experiments.clear();
		return true;
	}

	#erasedAccount(): { accountId: string; at: number } | undefined {
		return this.ctx.storage.kv.get(ERASED);
	}

	/** Deletes a session with its feedback and removes it from every tally; false if it is unknown. */
	forget(sessionId: string): boolean {
		const wasKnown = this.#ledger.transaction(() => {
			this.#experiments.forgetSession(sessionId);
			return this.#ledger.removeSession(sessionId);
		});
		if (wasKnown) this.#watchers.tellErased(sessionId);
		return wasKnown;
	}
}
