import { and, eq } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import type { Context } from "../../context.ts";
import type { LoggedChange } from "../account/mood-log.ts";
import type { EventType } from "./event-types.ts";
import { type WebhookRow, webhooks } from "./tables.ts";

/** A change reaches every isolate within a minute, as with keys. */
const CACHE_MS = 55_000;
const known = new LRUCache<string, { rows: readonly WebhookRow[]; until: number }>({ max: 10_000 });

/** Drops the account's webhooks from this isolate's memory, so that a change takes effect here at once. */
export const forgetWebhooks = (accountId: string): void => {
	known.delete(accountId);
};

/** The account's active webhooks. Queries D1 at most once per minute, account and isolate. */
async function activeWebhooks({ db, now }: Context, accountId: string): Promise<readonly WebhookRow[]> {
	const cached = known.get(accountId);
	if (cached && cached.until > now()) return cached.rows;
	const rows = await db
		.select()
		.from(webhooks)
		.where(and(eq(webhooks.accountId, accountId), eq(webhooks.active, true)));
	known.set(accountId, { rows, until: now() + CACHE_MS });
	return rows;
}

/** Something that an account's webhooks may want to know. */
export interface Happening {
	type: EventType;
	data: Readonly<Record<string, unknown>>;
	/** Whether a webhook that wants the type wants this; by default it does. */
	concerns?: (webhook: WebhookRow) => boolean;
}

/** The message that is sent, as JSON. `now` in Unix milliseconds. */
export const messageBody = (type: string, data: unknown, now: number): string =>
	JSON.stringify({ type, timestamp: new Date(now).toISOString(), data });

/**
 * Puts what happened into the account's outbox, for each webhook that wants it. False if the account has no webhooks: then no
 * object is woken.
 */
export async function announceToWebhooks(
	context: Context,
	accountId: string,
	happenings: readonly Happening[],
): Promise<boolean> {
	const rows = await activeWebhooks(context, accountId);
	const messages = happenings.flatMap(({ type, data, concerns = () => true }) =>
		rows
			.filter((webhook) => webhook.types.includes(type) && concerns(webhook))
			.map(({ id }) => ({ webhookId: id, type, body: messageBody(type, data, context.now()) })),
	);
	if (messages.length > 0) await context.outboxes.getByName(accountId).put(messages);
	return rows.length > 0;
}

/** A change of mood, as `GET /v1/live` tells it. */
export const moodChanged = (change: LoggedChange): Happening => ({
	type: "mood.changed",
	data: {
		model: change.model,
		session_id: change.sessionId,
		mood: change.mood,
		previous: change.previous,
		confidence: change.confidence,
		suggested_action: change.action,
		event_count: change.eventCount,
		updated_at: new Date(change.updatedAt * 1000).toISOString(),
	},
	concerns: ({ model, moods }) => model === change.model && (moods === null || moods.includes(change.mood)),
});
