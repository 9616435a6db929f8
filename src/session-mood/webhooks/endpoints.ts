import { and, eq, inArray } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { webhooks } from "./tables.ts";

export interface Endpoint {
	id: string;
	url: string;
	secret: string;
}

/** Where to send to, by webhook; those that are switched off or deleted are missing. */
export async function readEndpoints({ db }: Context, ids: readonly string[]): Promise<Map<string, Endpoint>> {
	const rows = await db
		.select({ id: webhooks.id, url: webhooks.url, secret: webhooks.secret })
		.from(webhooks)
		.where(and(inArray(webhooks.id, [...ids]), eq(webhooks.active, true)));
	return new Map(rows.map((row) => [row.id, row]));
}

/** Switches a webhook off by itself. */
export async function disableWebhook({ db }: Context, id: string, disabledReason: string): Promise<void> {
	await db.update(webhooks).set({ active: false, disabledReason }).where(eq(webhooks.id, id));
}
