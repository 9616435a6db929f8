import { and, count, desc, eq, lt, sql } from "drizzle-orm";
import type { z } from "zod";
import type { ApiKeyActor } from "../../actor.ts";
import type { Context } from "../../context.ts";
import type { Database } from "../../db/client.ts";
import { Fault, invalidField } from "../../errors.ts";
import { callObject } from "../../outages.ts";
import { faultOfAddress } from "./address.ts";
import { forgetWebhooks, messageBody } from "./announce.ts";
import type { ChangeWebhookBody, CreateWebhookBody, Delivery, Webhook } from "./contract.ts";
import { type WebhookRow, webhooks } from "./tables.ts";

const MAX_WEBHOOKS = 10;
const SECRET_BYTES = 24;

const summarise = (row: WebhookRow): Webhook => ({
	id: row.id,
	url: row.url,
	types: row.types,
	moods: row.moods,
	model: row.model,
	description: row.description,
	active: row.active,
	disabled_reason: row.disabledReason,
	created_at: row.createdAt.toISOString(),
});

const ownBy = ({ accountId }: ApiKeyActor, id: string) =>
	and(eq(webhooks.id, id), eq(webhooks.accountId, accountId));
const unknown = (): Fault => new Fault({ code: "not_found", message: "Webhook not found" });
const outboxOf = ({ outboxes }: Context, { accountId }: ApiKeyActor) => outboxes.getByName(accountId);

function refuseAddress({ config }: Context, url: string | undefined): void {
	const fault = url === undefined ? undefined : faultOfAddress(url, config.tokenIssuer.kind === "local");
	if (fault !== undefined) throw invalidField("url", fault);
}

/** Makes a webhook. Its secret is in the answer and nowhere else. Throws `conflict` beyond ten. */
export async function createWebhook(
	context: Context,
	{ accountId }: ApiKeyActor,
	body: z.infer<typeof CreateWebhookBody>,
): Promise<Webhook & { secret: string }> {
	refuseAddress(context, body.url);
	const { db, now, newId } = context;
	const secret = `whsec_${crypto.getRandomValues(new Uint8Array(SECRET_BYTES)).toBase64()}`;
	const [row] = await db
		.insert(webhooks)
		.values({ ...body, id: newId(), accountId, secret, active: true, createdAt: new Date(now()) })
		.returning();
	if (!row) throw new Error("an insert returns its row");
	await refuseTooMany(db, row);
	forgetWebhooks(accountId);
	return { ...summarise(row), secret };
}

/** Of those that are made at once, the first ones stay: SQLite's row ids ascend, times and random ids may not. Throws `conflict`. */
async function refuseTooMany(db: Database, { id, accountId }: WebhookRow): Promise<void> {
	const rowid = sql`rowid`;
	const own = db.select({ rowid }).from(webhooks).where(eq(webhooks.id, id));
	const [before] = await db
		.select({ count: count() })
		.from(webhooks)
		.where(and(eq(webhooks.accountId, accountId), lt(rowid, own)));
	if ((before?.count ?? 0) < MAX_WEBHOOKS) return;
	await db.delete(webhooks).where(eq(webhooks.id, id));
	throw new Fault({
		code: "conflict",
		message: `An account has at most ${MAX_WEBHOOKS} webhooks. Delete one.`,
	});
}

/** The account's webhooks, newest first. */
export async function listWebhooks({ db }: Context, { accountId }: ApiKeyActor): Promise<Webhook[]> {
	const rows = await db
		.select()
		.from(webhooks)
		.where(eq(webhooks.accountId, accountId))
		.orderBy(desc(webhooks.createdAt), desc(webhooks.id));
	return rows.map(summarise);
}

/** Changes what is given. Switched on again, it has no reason any more to be off. Throws `not_found`. */
export async function changeWebhook(
	context: Context,
	actor: ApiKeyActor,
	id: string,
	body: z.infer<typeof ChangeWebhookBody>,
): Promise<Webhook> {
	refuseAddress(context, body.url);
	const before = await findWebhook(context, actor, id);
	const changes = {
		...Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)),
		...(body.active && { disabledReason: null }),
	};
	if (Object.keys(changes).length === 0) return summarise(before);
	const [row] = await context.db.update(webhooks).set(changes).where(ownBy(actor, id)).returning();
	if (!row) throw unknown();
	forgetWebhooks(actor.accountId);
	return summarise(row);
}

async function findWebhook({ db }: Context, actor: ApiKeyActor, id: string): Promise<WebhookRow> {
	const row = await db.select().from(webhooks).where(ownBy(actor, id)).get();
	if (!row) throw unknown();
	return row;
}

/** Deletes a webhook and what is still to be sent to it. Throws `not_found`. */
export async function deleteWebhook(context: Context, actor: ApiKeyActor, id: string): Promise<void> {
	await findWebhook(context, actor, id);
	await context.db.delete(webhooks).where(ownBy(actor, id));
	forgetWebhooks(actor.accountId);
	await callObject(outboxOf(context, actor).forget(id));
}

/** Sends a `ping`. Returns the message's id. Throws `not_found`, and `conflict` if the webhook is switched off. */
export async function testWebhook(context: Context, actor: ApiKeyActor, id: string): Promise<string> {
	const { active } = await findWebhook(context, actor, id);
	if (!active)
		throw new Fault({
			code: "conflict",
			message: "The webhook is switched off. Set `active` to true first.",
		});
	const body = messageBody("ping", { webhook_id: id }, context.now());
	const [sent] = await callObject(outboxOf(context, actor).put([{ webhookId: id, type: "ping", body }]));
	return sent ?? "";
}

/** The latest 100 deliveries of a webhook, newest first. Throws `not_found`. */
export async function listDeliveries(context: Context, actor: ApiKeyActor, id: string): Promise<Delivery[]> {
	await findWebhook(context, actor, id);
	const deliveries = await callObject(outboxOf(context, actor).deliveries(id));
	return deliveries.map(({ id: own, type, status, attempts, response, latencyMs, createdAt, nextAt }) => ({
		id: own,
		type,
		status,
		attempts,
		response,
		latency_ms: latencyMs,
		created_at: new Date(createdAt).toISOString(),
		next_attempt_at: nextAt === null ? null : new Date(nextAt).toISOString(),
	}));
}
