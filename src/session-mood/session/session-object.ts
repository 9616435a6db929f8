import { DurableObject } from "cloudflare:workers";
import { isbot } from "isbot";
import { isKeyActive } from "../../auth/find-api-key.ts";
import { readConfig } from "../../config.ts";
import { type Clock, contextOf, systemClock } from "../../context.ts";
import type { Sensitivity } from "../../key-settings.ts";
import { oneAtATime } from "../../mutex.ts";
import { announce, withdraw } from "../account/announcements.ts";
import type { OutcomeEntry } from "../account/experiment-ledger.ts";
import type { AdmissionOutcome, MoodNote, Visitor } from "../account/messages.ts";
import { explain } from "../engine/explain.ts";
import { emptyState } from "../engine/fold.ts";
import { readMood } from "../engine/read.ts";
import { isSameContent } from "../idempotency.ts";
import type { ActiveIntervention } from "../interventions/active-intervention.ts";
import { moodSpans } from "../look-back/mood-spans.ts";
import { modelOf } from "../models/index.ts";
import {
	type BatchAnswer,
	type Feedback,
	IDEMPOTENCY_MS,
	type Idempotency,
	type SessionKey,
} from "../types.ts";
import { announceToWebhooks } from "../webhooks/announce.ts";
import { dueAnswer, type SessionReading } from "./answers.ts";
import { SessionLog } from "./session-log.ts";
import { SessionPrompts, type Shown } from "./session-prompts.ts";
import {
	areTimesAnnounced,
	isAnnounced,
	newSession,
	noteOf,
	outdatedModels,
	type PostedEvent,
	type SessionState,
	withAnnounced,
	withEvents,
	withModels,
	withoutEvents,
	withTimestamps,
} from "./session-state.ts";
import { SessionWatchers, type Watch } from "./session-watchers.ts";

export interface RecordRequest extends SessionKey {
	/** The posted events as JSON: one string is cheaper to send to the object and store than many objects. */
	events: string;
	/** Unix milliseconds. */
	receivedAt: number;
	/** The quota to count the session towards, unless it is already counted in that month. */
	quota: Quota;
	idempotency: Idempotency | null;
	/** The model whose reading to include in the response, and how eagerly it suggests actions. */
	readBy: string | null;
	sensitivity: Sensitivity;
	/** The account's active interventions, oldest first. */
	interventions: readonly ActiveIntervention[];
}

export interface Quota {
	/** The calendar month that the session counts towards, such as `2026-05`. */
	month: string;
	/** Sessions per month in the plan. */
	limit: number;
	/** Set when the batch comes in by a publishable key, which anybody can read in a page. */
	page: PageVisit | null;
}

/** Who has the page open, and how many sessions publishable keys may start in a month, and one address in a day. */
export interface PageVisit extends Pick<Visitor, "monthlyLimit" | "dailyLimit"> {
	address: string;
	userAgent: string;
}

export type RecordOutcome =
	| { kind: "stored" | "replayed"; answer: BatchAnswer; reading: SessionReading | null; shown: Shown | null }
	| { kind: "mismatch" }
	| { kind: "quota_exceeded" }
	| { kind: "rate_limited" };

/** Events that a page sends without anybody using it. */
const PASSIVE_EVENTS: ReadonlySet<string> = new Set(["page_view", "error", "idle", "focus", "blur"]);

const asCounted = (state: SessionState, month: string): SessionState => ({
	...state,
	countedMonth: month,
	announced: state.moods,
});

/** Delay before retrying a failed account update or an interrupted erase. */
const RETRY_MS = 30_000;
/** How long after a change of mood the alarm makes sure that the account was told of it, even if a machine failed. */
const CHECK_MS = 10 * 60_000;
/** Moods of a longer session are those of its end. */
const MAX_STORY_EVENTS = 5_000;
/** A revoked key's sockets are closed within this time. */
const KEY_CHECK_MS = 10 * 60_000;

/** One session: its events and its mood. Requests are strictly serialised, even while one awaits. */
export class SessionObject extends DurableObject<Env> {
	clock: Clock = systemClock;
	readonly #log: SessionLog;
	#state: SessionState | undefined;
	/** When the alarm rings, in Unix milliseconds; infinite if it is not set, undefined if that is not known. */
	#alarmAt: number | undefined;
	/** By idempotency key; loaded when the first key arrives. */
	#answers: ReturnType<SessionLog["answersSince"]> | undefined;
	/** Without it, the object would admit other requests while one awaits the account. */
	readonly #inTurn = oneAtATime();
	readonly #prompts: SessionPrompts;
	readonly #watchers: SessionWatchers;

	constructor(state: DurableObjectState, env: Env) {
		super(state, env);
		this.#log = new SessionLog(state.storage);
		this.#prompts = new SessionPrompts(state.storage);
		this.#watchers = new SessionWatchers(state);
		if (!this.#log.erasing()) this.#state = this.#load();
	}

	/** Stores a batch atomically in one row, or rejects it and stores nothing. */
	record(request: RecordRequest): Promise<RecordOutcome> {
		return this.#inTurn(async () => {
			await this.#finishErase();
			const { idempotency, receivedAt } = request;
			const earlier = this.#earlierBatch(idempotency, receivedAt);
			if (earlier && idempotency && !isSameContent(earlier.fingerprint, idempotency.fingerprint))
				return { kind: "mismatch" };
			if (earlier && idempotency) {
				const shown = this.#prompts.shownBy(idempotency.key);
				return { kind: "replayed", answer: earlier.answer, reading: this.#readFor(request), shown };
			}
			const events: PostedEvent[] = JSON.parse(request.events);
			const unadmitted = this.#stateWith(events, request);
			const outcome = await this.#admit(unadmitted, events, request.quota);
			if (outcome !== "admitted" && outcome !== "as_before") return { kind: outcome };
			const { month } = request.quota;
			const next = outcome === "admitted" ? asCounted(unadmitted, month) : unadmitted;
			this.#alarmAt ??= (await this.ctx.storage.getAlarm()) ?? Number.POSITIVE_INFINITY;
			const answer = this.#store(next, events.length, request);
			if (!isAnnounced(next) || !areTimesAnnounced(next)) this.ctx.waitUntil(this.#announce());
			const shown = await this.#prompts.afterBatch(request.interventions, this.#readingBy(receivedAt), {
				sessionId: request.sessionId,
				now: receivedAt,
				batch: idempotency?.key ?? null,
			});
			this.#tell(shown);
			return { kind: "stored", answer, reading: this.#readFor(request), shown };
		});
	}

	/** The mood according to one model at `now` (Unix ms); null if nothing is stored. */
	read(
		modelId: string,
		withExplanation: boolean,
		now: number,
		sensitivity: Sensitivity = "normal",
	): SessionReading | null {
		const model = modelOf(modelId);
		if (!this.#state || !model) return null;
		const { totalEvents, updatedAt, models, observedAt = this.#log.lastReceivedAt() } = this.#state;
		const state = models[modelId] ?? emptyState();
		const age = Math.max(0, now - observedAt);
		const reading = { ...readMood(model, state, age, sensitivity), totalEvents, updatedAt, observedAt, age };
		return withExplanation ? { ...reading, explanation: explain(model, state) } : reading;
	}

	/** The session's story by one model: its moods, its newest events as JSON, and what was shown. Null if nothing is stored. */
	story(modelId: string, maxEvents: number) {
		const model = modelOf(modelId);
		if (!this.#state || !model) return null;
		const events = this.#log.newestEvents(MAX_STORY_EVENTS);
		return {
			spans: moodSpans(model, events),
			events: JSON.stringify(events.slice(-maxEvents)),
			shown: [...this.#prompts.shown],
			keptUntil: this.#log.lastReceivedAt() + this.#retentionMs,
		};
	}

	/** Lets a socket watch the session. Looking stores nothing but the time at which its key is looked at again. */
	override async fetch(request: Request): Promise<Response> {
		const watch: Watch = JSON.parse(new URL(request.url).searchParams.get("watch") ?? "null");
		this.#alarmAt ??= (await this.ctx.storage.getAlarm()) ?? Number.POSITIVE_INFINITY;
		this.#ringBy(this.clock() + KEY_CHECK_MS);
		return this.#watchers.accept(watch, this.#watched);
	}

	override webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): void {
		this.#watchers.receive(socket, message);
	}

	/** Forwards an outcome to the account. Null if nothing is stored. */
	recordOutcome(outcome: Omit<OutcomeEntry, "sessionId">) {
		return this.#inTurn(async () => {
			if (!this.#state) return null;
			const { accountId, sessionId } = this.#state;
			return this.#account(accountId).recordOutcome({ ...outcome, sessionId });
		});
	}

	/** Forwards feedback to the account with the session's current moods. Null if nothing is stored. */
	giveFeedback(feedback: Feedback, givenAt: number, idempotency: Idempotency | null) {
		return this.#inTurn(async () => {
			if (!this.#state) return null;
			const { accountId, sessionId, moods } = this.#state;
			return this.#account(accountId).recordFeedback({ ...feedback, sessionId, moods, givenAt, idempotency });
		});
	}

	/**
	 * Erases everything here and in the account, which may know a session whose first events were lost in a crash. False
	 * if there was nothing. Resumes an interrupted erase.
	 */
	erase(session: SessionKey): Promise<boolean> {
		return this.#inTurn(async () => {
			if (this.#state) {
				withdraw(session.accountId, session.sessionId);
				this.#watchers.closeErased();
				this.#prompts.forget();
				this.#log.markErasing(session);
				this.#retryLater();
				this.#state = undefined;
			}
			return (await this.#finishErase()) || this.#account(session.accountId).forget(session.sessionId);
		});
	}

	override alarm(): Promise<void> {
		return this.#inTurn(async () => {
			this.#alarmAt = Number.POSITIVE_INFINITY;
			// The platform gives up on an alarm after repeated failures, so a failed erase schedules a new one.
			await this.#finishErase().catch(() => this.#retryLater());
			this.#dropOldEvents();
			await this.#announceAlone();
			await this.#lookAtPrompts();
			await this.#lookAtKeys();
		});
	}

	/** The latest state. Models added or revised since then are refolded from the stored events. */
	#load(): SessionState | undefined {
		const state = this.#log.latestState((before, { events, receivedAt }) =>
			withEvents(before, withTimestamps(events, receivedAt)),
		);
		const outdated = state ? outdatedModels(state) : [];
		if (!state || outdated.length === 0) return state;
		let refolded = newSession(state.accountId, state.sessionId);
		for (const { events, receivedAt } of this.#log.batches())
			refolded = withEvents(refolded, withTimestamps(events, receivedAt));
		return withModels(state, refolded, outdated);
	}

	#stateWith(events: PostedEvent[], { accountId, sessionId, receivedAt }: RecordRequest): SessionState {
		const before = this.#state ?? newSession(accountId, sessionId);
		return { ...withEvents(before, withTimestamps(events, receivedAt)), observedAt: receivedAt };
	}

	/**
	 * Has the account count the session once per month. A page's session counts from its first active event, a bot's
	 * never. "as_before": events may be stored, and whether the session is counted has not changed.
	 */
	async #admit(
		next: SessionState,
		events: readonly PostedEvent[],
		{ month, limit, page }: Quota,
	): Promise<AdmissionOutcome | "as_before"> {
		if (next.countedMonth === month) return "as_before";
		const isNew = this.#state === undefined;
		const counts = !page || (events.some(({ type }) => !PASSIVE_EVENTS.has(type)) && !isbot(page.userAgent));
		if (!counts && !isNew) return "as_before";
		const { accountId, sessionId } = next;
		const visitor = page && {
			address: isNew ? page.address : null,
			counts,
			monthlyLimit: page.monthlyLimit,
			dailyLimit: page.dailyLimit,
		};
		withdraw(accountId, sessionId);
		const outcome = await this.#account(accountId).admit({
			accountId,
			note: noteOf(next),
			month,
			limit,
			visitor,
		});
		return outcome === "admitted" && !counts ? "as_before" : outcome;
	}

	#store(next: SessionState, count: number, { events, receivedAt, idempotency }: RecordRequest): BatchAnswer {
		const answer = { events_stored: count, total_events: next.totalEvents, moods: next.moods };
		this.#log.append({ receivedAt, idempotency, answer, state: next, events });
		this.#ringBy(this.clock() + (isAnnounced(next) ? this.#retentionMs : CHECK_MS));
		this.#state = next;
		if (idempotency)
			this.#answers?.set(idempotency.key, { fingerprint: idempotency.fingerprint, receivedAt, answer });
		return answer;
	}

	readonly #watched = ({ model, sensitivity }: Watch): SessionReading | null =>
		this.read(model, false, this.clock(), sensitivity);

	#readingBy(now: number): (model: string) => SessionReading | null {
		return (model) => this.read(model, false, now);
	}

	/** Tells those who watch, and the account what was shown; if that fails, the alarm does it. */
	#tell(shown: Shown | null): void {
		this.#watchers.tellChanges(this.#watched);
		if (shown) this.#watchers.tellIntervention(shown);
		const { untold, unannounced, nextAt } = this.#prompts;
		if (nextAt !== null) this.#ringBy(nextAt);
		if (untold.length + unannounced.length === 0) return;
		this.#ringBy(this.clock() + CHECK_MS);
		this.ctx.waitUntil(this.#tellOccurrences().catch(() => this.#retryLater()));
	}

	async #tellOccurrences(): Promise<void> {
		const { untold } = this.#prompts;
		const accountId = this.#state?.accountId;
		if (accountId === undefined) return;
		await this.#account(accountId).noteOccurrences(untold);
		if (this.#state) this.#prompts.markTold(untold);
		const { unannounced } = this.#prompts;
		if (unannounced.length === 0) return;
		const context = { ...contextOf(this.env), now: this.clock };
		await announceToWebhooks(
			context,
			accountId,
			unannounced.map((shown) => ({
				type: "intervention.due" as const,
				data: { session_id: this.#state?.sessionId, ...dueAnswer(shown) },
			})),
		);
		if (this.#state) this.#prompts.markAnnounced(unannounced);
	}

	/** By the alarm: an intervention whose condition has held for long enough is due without another batch. */
	async #lookAtPrompts(): Promise<void> {
		const { nextAt } = this.#prompts;
		const sessionId = this.#state?.sessionId;
		if (sessionId === undefined) return;
		const now = this.clock();
		const shown = await this.#prompts.byNow(this.#readingBy(now), sessionId, now);
		const { untold, unannounced } = this.#prompts;
		if (nextAt !== null || untold.length + unannounced.length > 0) this.#tell(shown);
	}

	async #lookAtKeys(): Promise<void> {
		if (!this.#watchers.areAny) return;
		const context = { ...contextOf(this.env), now: this.clock };
		await this.#watchers.closeRevoked((keyId) => isKeyActive(context, keyId)).catch(() => undefined);
		if (this.#watchers.areAny) this.#ringBy(this.clock() + KEY_CHECK_MS);
	}

	#readFor({ readBy, receivedAt, sensitivity }: RecordRequest): SessionReading | null {
		return readBy === null ? null : this.read(readBy, false, receivedAt, sensitivity);
	}

	/** The earlier batch with the same key, unless it is older than 24 hours. */
	#earlierBatch(idempotency: Idempotency | null, now: number) {
		if (!idempotency) return undefined;
		this.#answers ??= this.#log.answersSince(now);
		const earlier = this.#answers.get(idempotency.key);
		return earlier && earlier.receivedAt > now - IDEMPOTENCY_MS ? earlier : undefined;
	}

	/** Tells the account of changed moods, after the answer. If that fails or the machine does, the alarm does it. */
	async #announce(): Promise<void> {
		const state = this.#state;
		if (!state || (isAnnounced(state) && areTimesAnnounced(state))) return;
		const { accountId, sessionId } = state;
		const told = (note: MoodNote) => this.#markAnnounced(note);
		try {
			await announce(accountId, sessionId, { note: noteOf(state), told }, (notes) =>
				this.#account(accountId).addMoodNotes(accountId, notes),
			);
		} catch {
			this.#retryLater();
		}
	}

	/** Tells the account of changed moods now, without waiting for other sessions. */
	async #announceAlone(): Promise<void> {
		const state = this.#state;
		if (!state || isAnnounced(state)) return;
		const note = noteOf(state);
		try {
			await this.#account(state.accountId).addMoodNotes(state.accountId, [note]);
			this.#markAnnounced(note);
		} catch {
			this.#retryLater();
		}
	}

	#markAnnounced(note: MoodNote): void {
		if (this.#state) this.#state = withAnnounced(this.#state, note);
	}

	#retryLater(): void {
		this.#ring(this.clock() + RETRY_MS);
	}

	/** Makes the alarm ring at `time` (Unix milliseconds), unless it rings before. */
	#ringBy(time: number): void {
		if (this.#alarmAt === undefined || this.#alarmAt > time) this.#ring(time);
	}

	#ring(time: number): void {
		this.#alarmAt = time;
		this.ctx.storage.setAlarm(time);
	}

	/** Deletes the raw events once the retention period is over; until then, sets an alarm for that time. */
	#dropOldEvents(): void {
		if (!this.#state || this.#state.settled) return;
		const due = this.#log.lastReceivedAt() + this.#retentionMs;
		if (due > this.clock()) {
			this.#ring(due);
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
		await this.env.OUTBOX.getByName(erasing.accountId).forgetSession(erasing.sessionId);
		await this.#log.eraseAll();
		this.#alarmAt = Number.POSITIVE_INFINITY;
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
