import { DurableObject } from "cloudflare:workers";
import { type Clock, contextOf, systemClock } from "../../context.ts";
import { disableWebhook, type Endpoint, readEndpoints } from "./endpoints.ts";
import { type Delivery, type ListedDelivery, Outbox } from "./outbox.ts";
import { FAILING_MS } from "./schedule.ts";
import { type Attempt, GONE, send } from "./send.ts";

/** A slow endpoint holds up its own messages, not those of another. */
const AT_ONCE = 20;
const AT_ONCE_A_WEBHOOK = 4;
/** If a machine fails while it sends, the alarm sends again. */
const SAFETY_MS = 30_000;

export interface NewMessage {
	webhookId: string;
	type: string;
	/** JSON. */
	body: string;
}

const failingSince = (webhookId: string): string => `failing:${webhookId}`;

/** One account's outbox: it keeps every message until the endpoint has taken it, and sends them by itself. */
export class OutboxObject extends DurableObject<Env> {
	clock: Clock = systemClock;
	#outbox: Outbox;
	/** The messages that are being sent, and how many of each webhook. */
	readonly #sending = new Set<string>();
	readonly #busy = new Map<string, number>();

	constructor(state: DurableObjectState, env: Env) {
		super(state, env);
		this.#outbox = new Outbox(state.storage);
	}

	/** Keeps messages, and begins to send them. Returns their ids. */
	async put(messages: readonly NewMessage[]): Promise<string[]> {
		const now = this.clock();
		const added = messages.map((message) => ({ ...message, id: `msg_${crypto.randomUUID()}` }));
		this.ctx.storage.transactionSync(() => {
			for (const message of added) this.#outbox.add(message, now);
		});
		await this.#ringBy(now + SAFETY_MS);
		this.ctx.waitUntil(this.#pump());
		return added.map(({ id }) => id);
	}

	/** The latest deliveries of a webhook, newest first. */
	deliveries(webhookId: string): ListedDelivery[] {
		return this.#outbox.list(webhookId);
	}

	/** Drops the messages of a webhook that was deleted. */
	forget(webhookId: string): void {
		this.#outbox.forget(webhookId);
		this.ctx.storage.kv.delete(failingSince(webhookId));
	}

	/** Drops what tells of a session that was erased. */
	forgetSession(sessionId: string): void {
		this.#outbox.forgetSession(sessionId);
	}

	/** Drops everything. */
	async erase(): Promise<void> {
		await this.ctx.storage.deleteAlarm();
		await this.ctx.storage.deleteAll();
		this.#outbox = new Outbox(this.ctx.storage);
	}

	override async alarm(): Promise<void> {
		await this.#pump();
		const nextAt = this.#outbox.nextAt();
		if (nextAt !== null) await this.#ringBy(Math.max(nextAt, this.clock() + 1_000));
	}

	/** Sends what is due, until nothing is or as much as may be is on its way. */
	async #pump(): Promise<void> {
		const due = this.#outbox.due(this.clock(), AT_ONCE_A_WEBHOOK).filter((delivery) => this.#take(delivery));
		if (due.length === 0) return;
		const endpoints = await this.#endpointsOf(due).catch(() => undefined);
		await Promise.all(
			due.map(async (delivery) => {
				// Without the database nobody knows where to; the alarm tries again.
				if (endpoints) await this.#deliver(delivery, endpoints.get(delivery.webhookId));
				this.#release(delivery);
				if (endpoints) await this.#pump();
			}),
		);
		const nextAt = this.#outbox.nextAt();
		const pause = this.#sending.size > 0 ? SAFETY_MS : 1_000;
		if (nextAt !== null) await this.#ringBy(Math.max(nextAt, this.clock() + pause));
	}

	#take({ id, webhookId }: Delivery): boolean {
		const busy = this.#busy.get(webhookId) ?? 0;
		const key = `${id} ${webhookId}`;
		if (this.#sending.has(key) || this.#sending.size >= AT_ONCE || busy >= AT_ONCE_A_WEBHOOK) return false;
		this.#sending.add(key);
		this.#busy.set(webhookId, busy + 1);
		return true;
	}

	#release({ id, webhookId }: Delivery): void {
		this.#sending.delete(`${id} ${webhookId}`);
		this.#busy.set(webhookId, (this.#busy.get(webhookId) ?? 1) - 1);
	}

	#endpointsOf(due: readonly Delivery[]): Promise<Map<string, Endpoint>> {
		const ids = [...new Set(due.map(({ webhookId }) => webhookId))];
		return readEndpoints(contextOf(this.env), ids);
	}

	async #deliver(delivery: Delivery, endpoint: Endpoint | undefined): Promise<void> {
		if (!endpoint) return this.#outbox.abandon(delivery.webhookId);
		const attempt = await send(endpoint, delivery, this.clock());
		this.#outbox.conclude(delivery, attempt, this.clock());
		await this.#judge(delivery.webhookId, attempt);
	}

	/** Switches a webhook off that is gone, or that has failed for days with nothing between that worked. */
	async #judge(webhookId: string, { isDelivered, response }: Attempt): Promise<void> {
		const { kv } = this.ctx.storage;
		const key = failingSince(webhookId);
		if (isDelivered) {
			if (kv.get(key) !== undefined) kv.delete(key);
			return;
		}
		const since = kv.get<number>(key) ?? this.clock();
		if (kv.get(key) === undefined) kv.put(key, since);
		const reason =
			response === String(GONE)
				? "The address answered 410 Gone"
				: this.clock() - since >= FAILING_MS
					? "The address failed for five days"
					: undefined;
		if (reason === undefined) return;
		await disableWebhook(contextOf(this.env), webhookId, reason);
		this.#outbox.abandon(webhookId);
		kv.delete(key);
	}

	async #ringBy(time: number): Promise<void> {
		const at = await this.ctx.storage.getAlarm();
		if (at === null || at > time) await this.ctx.storage.setAlarm(time);
	}
}
