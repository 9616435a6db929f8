import type { ApiKeyActor } from "../actor.ts";
import type { Context } from "../context.ts";
import { Fault } from "../errors.ts";
import { callObject } from "../outages.ts";
import { nextQuotaMonth, quotaMonthOf, quotaNameOf, SESSIONS_PER_MONTH } from "../plans.ts";
import type { MoodModel } from "./engine/types.ts";
import { idempotencyMismatch } from "./idempotency.ts";
import { activeInterventions } from "./interventions/active-interventions.ts";
import type { PageVisit, RecordOutcome } from "./session/session-object.ts";
import type { PostedEvent } from "./session/session-state.ts";
import { sessionStub } from "./sessions.ts";
import { type Idempotency, MAX_BODY_BYTES } from "./types.ts";

const DAY_MS = 86_400_000;

export interface EventBatch {
	sessionId: string;
	model: MoodModel;
	events: readonly PostedEvent[];
	idempotency: Idempotency | null;
	withReading: boolean;
	/** The client's clock when it sent the batch, in Unix seconds. */
	sentAt: number | undefined;
	/** Who sends it, as far as HTTP tells. */
	client: Client;
}

export interface Client {
	address: string;
	userAgent: string;
}

function refuseUnknownTypes({ model, events }: EventBatch): void {
	const unknown = events.filter(({ type }) => !model.types.includes(type));
	if (unknown.length === 0) return;
	const invalid = [...new Set(unknown.map(({ type }) => type))];
	throw new Fault({ code: "unknown_event_types", invalid, validTypes: model.types });
}

/**
 * A row holds 2 MB (Cloudflare, "SQLite-backed Durable Object limits"), including the state. Only absurd input comes
 * close: invalid UTF-8 grows threefold when replaced, and 1e20 is written out as 21 digits.
 */
const MAX_STORED_BYTES = 1_900_000;
/** Maximum UTF-8 bytes for one UTF-16 code unit. */
const MAX_UTF8_BYTES_PER_UNIT = 3;

function storable(events: readonly PostedEvent[]): string {
	const text = JSON.stringify(events);
	const isSurelySmall = text.length * MAX_UTF8_BYTES_PER_UNIT <= MAX_STORED_BYTES;
	if (!isSurelySmall && new TextEncoder().encode(text).length > MAX_STORED_BYTES)
		throw new Fault({ code: "payload_too_large", limit: MAX_BODY_BYTES });
	return text;
}

/** Null for a secret key, whose server counts its own visitors. */
function pageVisitOf(
	{ config }: Context,
	{ allowedOrigins, plan }: ApiKeyActor,
	client: Client,
): PageVisit | null {
	if (allowedOrigins === null) return null;
	const limit = SESSIONS_PER_MONTH[plan];
	return {
		...client,
		monthlyLimit: Math.floor(limit * config.publishableShare),
		dailyLimit: Math.ceil(limit * config.addressShare),
	};
}

/** Less than this may be the way to the server. */
const MAX_CLOCK_ERROR_S = 60;

/** The events in the server's time, if the client's clock is off: their distances stay as they are. */
function withClockCorrected(
	events: readonly PostedEvent[],
	sentAt: number | undefined,
	receivedAt: number,
): readonly PostedEvent[] {
	const error = sentAt === undefined ? 0 : receivedAt / 1000 - sentAt;
	if (Math.abs(error) <= MAX_CLOCK_ERROR_S) return events;
	return events.map((event) =>
		event.ts === undefined ? event : { ...event, ts: Math.max(0, event.ts + error) },
	);
}

/** Where the site has said that rapid clicks mean nothing, each is one that the page answers. */
const withoutRage = (events: readonly PostedEvent[]): readonly PostedEvent[] =>
	events.map((event) =>
		event.type === "rage_click" || (event.type === "click" && event.answered === undefined)
			? { ...event, type: "click", answered: true }
			: event,
	);

const secondsUntilTomorrow = (now: number): number => Math.ceil((DAY_MS - (now % DAY_MS)) / 1000);

/** Stores a batch atomically, or throws a `Fault` and stores nothing. */
export async function recordEvents(
	context: Context,
	actor: ApiKeyActor,
	batch: EventBatch,
): Promise<Extract<RecordOutcome, { answer: unknown }>> {
	refuseUnknownTypes(batch);
	const { accountId, plan, settings } = actor;
	const { sessionId, model, events, idempotency, withReading, sentAt } = batch;
	const receivedAt = context.now();
	const quota = {
		month: quotaMonthOf(receivedAt),
		limit: SESSIONS_PER_MONTH[plan],
		page: pageVisitOf(context, actor, batch.client),
	};
	const own = settings.rage_clicks ? events : withoutRage(events);
	const outcome = await callObject(
		sessionStub(context, accountId, sessionId).record({
			accountId,
			sessionId,
			events: storable(withClockCorrected(own, sentAt, receivedAt)),
			receivedAt,
			quota,
			idempotency,
			readBy: withReading ? model.id : null,
			sensitivity: settings.sensitivity,
			interventions: await activeInterventions(context, accountId),
		}),
	);
	if (outcome.kind === "rate_limited")
		throw new Fault({ code: "rate_limited", retryAfterSeconds: secondsUntilTomorrow(receivedAt) });
	if (outcome.kind === "mismatch") throw idempotencyMismatch();
	if (outcome.kind === "quota_exceeded") {
		const resetAt = nextQuotaMonth(receivedAt);
		const retryAfterSeconds = Math.ceil((Date.parse(resetAt) - receivedAt) / 1000);
		throw new Fault({
			code: "quota_exceeded",
			plan: quotaNameOf(plan),
			limit: quota.page?.monthlyLimit ?? quota.limit,
			resetAt,
			retryAfterSeconds,
		});
	}
	return outcome;
}
