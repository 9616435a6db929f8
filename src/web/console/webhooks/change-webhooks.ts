import type { components } from "../../../client/index.ts";
import { ask } from "../session/ask.ts";

export type Webhook = components["schemas"]["Webhook"];
export type WebhookBody = components["schemas"]["CreateWebhookBody"];
export type Delivery = components["schemas"]["Delivery"];
export const TYPES = ["mood.changed", "intervention.due", "quota.reached"] as const;

/** The account's webhooks, newest first. */
export async function loadWebhooks(signal: AbortSignal): Promise<Webhook[]> {
	const { data } = await ask((client) => client.GET("/v1/webhooks", { signal }));
	return data;
}

/** Makes a webhook. Returns the secret that its messages are signed with. */
export async function makeWebhook(body: WebhookBody): Promise<string> {
	const { secret } = await ask((client) => client.POST("/v1/webhooks", { body }));
	return secret;
}

export async function switchWebhook(wid: string, active: boolean): Promise<void> {
	await ask((client) => client.PATCH("/v1/webhooks/{wid}", { params: { path: { wid } }, body: { active } }));
}

export async function deleteWebhook(wid: string): Promise<void> {
	await ask((client) => client.DELETE("/v1/webhooks/{wid}", { params: { path: { wid } } }));
}

/** Has a ping sent. */
export async function testWebhook(wid: string): Promise<void> {
	await ask((client) => client.POST("/v1/webhooks/{wid}/test", { params: { path: { wid } } }));
}

/** How the latest messages went. */
export async function loadDeliveries(wid: string, signal: AbortSignal): Promise<Delivery[]> {
	const { data } = await ask((client) =>
		client.GET("/v1/webhooks/{wid}/deliveries", { params: { path: { wid } }, signal }),
	);
	return data;
}
