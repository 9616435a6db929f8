import type { components } from "../../../client/index.ts";
import { ask } from "../session/ask.ts";

type Schemas = components["schemas"];
export type Webhook = Schemas["Webhook"];
export type Delivery = Schemas["Delivery"];
export type WebhookBody = Schemas["CreateWebhookBody"];
export type EventType = Webhook["types"][number];
type Changes = Schemas["ChangeWebhookBody"];

export const EVENT_TYPES = [
	"mood.changed",
	"intervention.due",
	"quota.reached",
] as const satisfies readonly EventType[];

const pathOf = (wid: string) => ({ params: { path: { wid } } });

/** The account's webhooks, newest first. */
export async function loadWebhooks(signal: AbortSignal): Promise<Webhook[]> {
	const { data } = await ask((client) => client.GET("/v1/webhooks", { signal }));
	return data;
}

/** The latest 100 messages to a webhook, newest first. */
export async function loadDeliveries(wid: string, signal: AbortSignal): Promise<Delivery[]> {
	const { data } = await ask((client) =>
		client.GET("/v1/webhooks/{wid}/deliveries", { ...pathOf(wid), signal }),
	);
	return data;
}

/** Makes a webhook. Returns its secret, which nothing else tells. */
export async function makeWebhook(body: WebhookBody): Promise<string> {
	const { secret } = await ask((client) => client.POST("/v1/webhooks", { body }));
	return secret;
}

export const changeWebhook = (wid: string, body: Changes): Promise<Webhook> =>
	ask((client) => client.PATCH("/v1/webhooks/{wid}", { ...pathOf(wid), body }));

export async function deleteWebhook(wid: string): Promise<void> {
	await ask((client) => client.DELETE("/v1/webhooks/{wid}", pathOf(wid)));
}

/** Sends a ping; what came of it is among the deliveries. */
export async function testWebhook(wid: string): Promise<void> {
	await ask((client) => client.POST("/v1/webhooks/{wid}/test", pathOf(wid)));
}
