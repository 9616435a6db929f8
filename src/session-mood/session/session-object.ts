import { DurableObject } from "cloudflare:workers";
import { readConfig } from "../../config.ts";
import { type Clock, systemClock } from "../../context.ts";
import { oneAtATime } from "../../mutex.ts";
import type { Explanation } from "../contract-explanation.ts";
import { explain } from "../engine/explain.ts";
import { emptyState } from "../engine/fold.ts";
import { type ModelReading, readMood } from "../engine/read.ts";
import { modelOf } from "../models/index.ts";
import { type Feedback, IDEMPOTENCY_MS, type Idempotency, type SessionKey } from "../types.ts";
import { type BatchAnswer, SessionLog } from "./session-log.ts";
import {
	isAnnounced,
	newSession,
	outdatedModels,
	type PostedEvent,
	type SessionState,
	timed,
	withEvents,
	withModels,
	withoutEvents,
} from "./session-state.ts";

export interface RecordRequest extends SessionKey {
	/** JSON of the posted events: one string crosses to the object, and is stored, cheaper than many small ones. */
	events: string;
	/** Milliseconds since 1970. */
	receivedAt: number;
	/** What the session counts in, should this be its first event there. */
	quota: { month: string; limit: number };
	idempotency: Idempotency | null;
	/** The model whose reading the answer is to hold. */
	readBy: string | null;
}

export type RecordOutcome =
	| { kind: "stored" | "replayed"; answer: BatchAnswer; reading: SessionReading | null }
	| { kind: "mismatch" }
	| { kind: "quota_exceeded" };

export interface SessionReading extends ModelReading {
	totalEvents: number;
	/** Seconds since 1970. */
	updatedAt: number;
	explanation?: Explanation;
}

/** How long after a failure the account is told again, and a cut-off erase is taken up again. */
const RETRY_MS = 30_000;

/** One session: its events and its mood. Requests are served one after the other, also while one of them waits. */
export class SessionObject extends DurableObject<Env> {
	clock: Clock = systemClock;
	readonly #log: SessionLog;
	#state: SessionState | undefined;
	/** By idempotency key; read from the rows when the first key comes. */
	#answers: ReturnType<SessionLog["answersSince"]> | undefined;
	/** An object takes other requests in while one waits for the account; here they wait for their turn. */
	readonly #inTurn = oneAtATime();

	constructor(state: DurableObjectState, env: Env) {
		super(state, env);
		this.#log = new SessionLog(state.storage);
		if (!this.#log.erasing()) this.#state = this.#load();
	}

	/** Stores a batch whole, in one row, or refuses it and stores nothing. */
	record(request: RecordRequest): Promise<RecordOutcome> {
		return this.#inTurn(async () => {
			await this.#finishErase();
			const { idempotency, receivedAt, readBy } = request;
			const earlier = this.#earlierBatch(idempotency, receivedAt);
			if (earlier && earlier.fingerprint !== idempotency?.fingerprint) return { kind: "mismatch" };
			if (earlier) return { kind: "replayed", answer: earlier.answer, reading: this.#readBy(readBy) };
			const events: PostedEvent[] = JSON.parse(request.events);
			const next = await this.#admitted(this.#stateWith(events, request), request.quota);
			if (!next) return { kind: "quota_exceeded" };
			const answer = this.#store(next, events.length, request);
			await this.#announce();
			return { kind: "stored", answer, reading: this.#readBy(readBy) };
		});
	}

	/** The mood by one model; null when nothing is stored. */
	read(modelId: string, withExplanation: boolean): SessionReading | null {
		const model = modelOf(modelId);
		if (!this.#state || !model) return null;
		const { totalEvents, updatedAt, models } = this.#state;
		const state = models[modelId] ?? emptyState();
		const reading = { ...readMood(model, state), totalEvents, updatedAt };
		return withExplanation ? { ...reading, explanation: explain(model, state) } : reading;
	}

	/** Hands feedback to the account, with the moods it was given in. Null when nothing is stored. */
	giveFeedback(feedback: Feedback, givenAt: number, idempotency: Idempotency | null) {
		return this.#inTurn(async () => {
			if (!this.#state) return null;
			const { accountId, sessionId, moods } = this.#state;
			return this.#account(accountId).recordFeedback({ ...feedback, sessionId, moods, givenAt, idempotency });
		});
	}

	/**
	 * Erases everything, here and in the account, which may know of a session whose first events a crash lost. False
	 * when there was nothing. Takes up an erase that was cut off.
	 */
	erase(session: SessionKey): Promise<boolean> {
		return this.#inTurn(async () => {
			if (this.#state) {
				this.#log.markErasing(session);
				this.#retryLater();
				this.#state = undefined;
			}
			return (await this.#finishErase()) || this.#account(session.accountId).forget(session.sessionId);
		});
	}

	override alarm(): Promise<void> {
		return this.#inTurn(async () => {
			// The platform gives an alarm up that fails some times over; an erase must not be given up.
			await this.#finishErase().catch(() => this.#retryLater());
			this.#dropOldEvents();
			await this.#announce();
		});
	}

	/** The newest state, with models that are younger than it folded over the events that are still stored. */
	#load(): SessionState | undefined {
		const state = this.#log.latestState();
		const outdated = state ? outdatedModels(state) : [];
		if (!state || outdated.length === 0) return state;
		let refolded = newSession(state.accountId, state.sessionId);
		for (const { events, receivedAt } of this.#log.batches())
			refolded = withEvents(refolded, timed(events, receivedAt));
		return withModels(state, refolded, outdated);
	}

	#stateWith(events: PostedEvent[], { accountId, sessionId, receivedAt }: RecordRequest): SessionState {
		return withEvents(this.#state ?? newSession(accountId, sessionId), timed(events, receivedAt));
	}

	/** The state with the session counted in its month; undefined when the month has no session left. */
	async #admitted(
		next: SessionState,
		{ month, limit }: RecordRequest["quota"],
	): Promise<SessionState | undefined> {
		if (next.countedMonth === month) return next;
		const { accountId, sessionId, moods } = next;
		const admitted = await this.#account(accountId).admit({ sessionId, month, limit, moods });
		return admitted ? { ...next, countedMonth: month, announced: moods } : undefined;
	}

	#store(next: SessionState, count: number, { events, receivedAt, idempotency }: RecordRequest): BatchAnswer {
		const answer = { events_stored: count, total_events: next.totalEvents, moods: next.moods };
		const hasAlarm = this.#state !== undefined && !this.#state.settled;
		this.#log.append({ receivedAt, idempotency, answer, state: next, events });
		if (!hasAlarm) this.ctx.storage.setAlarm(this.clock() + this.#retentionMs);
		this.#state = next;
		if (idempotency)
			this.#answers?.set(idempotency.key, { fingerprint: idempotency.fingerprint, receivedAt, answer });
		return answer;
	}

	#readBy(modelId: string | null): SessionReading | null {
		return modelId === null ? null : this.read(modelId, false);
	}

	/** The batch that came with this key before, if it was not long ago. */
	#earlierBatch(idempotency: Idempotency | null, now: number) {
		if (!idempotency) return undefined;
		this.#answers ??= this.#log.answersSince(now);
		const earlier = this.#answers.get(idempotency.key);
		return earlier && earlier.receivedAt > now - IDEMPOTENCY_MS ? earlier : undefined;
	}

	/** Tells the account of a changed mood. A failure is no error of the request: the alarm tries again. */
	async #announce(): Promise<void> {
		const state = this.#state;
		if (!state || isAnnounced(state)) return;
		try {
			await this.#account(state.accountId).noteMoods(state.sessionId, state.moods);
			this.#state = { ...state, announced: state.moods };
		} catch {
			this.#retryLater();
		}
	}

	#retryLater(): void {
		this.ctx.storage.setAlarm(this.clock() + RETRY_MS);
	}

	/** Drops the raw events when their time has come; else sees to it that the alarm rings then. */
	#dropOldEvents(): void {
		if (!this.#state || this.#state.settled) return;
		const due = this.#log.lastReceivedAt() + this.#retentionMs;
		if (due > this.clock()) {
			this.ctx.storage.setAlarm(due);
			return;
		}
		this.#state = withoutEvents(this.#state);
		this.#answers = undefined;
		this.#log.keepOnly(this.#state);
	}

	async #finishErase(): Promise<boolean> {
		const erasing = this.#log.erasing();
		if (!erasing) return false;
		await this.#account(erasing.accountId).forget(erasing.sessionId);
		await this.#log.eraseAll();
		this.#answers = undefined;
		return true;
	}

	#account(id: string) {
		return this.env.ACCOUNT.getByName(id);
	}

	get #retentionMs(): number {
		return readConfig(this.env).eventRetentionMs;
	}
}
