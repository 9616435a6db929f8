import { Webhook } from "standardwebhooks";
import type { AccountMessage } from "./live.ts";

type MoodChange = Omit<Extract<AccountMessage, { type: "mood" }>, "type" | "cursor"> & { model: string };

/** What webhooks are sent. */
export type WebhookMessage = { timestamp: string } & (
	| { type: "mood.changed"; data: MoodChange }
	| {
			type: "intervention.due";
			data: {
				session_id: string;
				id: string;
				intervention_id: string;
				name: string;
				action: string;
				payload: unknown;
			};
	  }
	| { type: "quota.reached"; data: { month: string; percent: number; sessions_used: number; limit: number } }
	| { type: "ping"; data: { webhook_id: string } }
);

/**
 * The message of a webhook's request, if it is ours and from the last five minutes. `body` is the request's body as it came,
 * as text; parsed and written again, it no longer fits its signature. Throws if anything is wrong.
 */
export function verifyWebhook(
	body: string,
	headers: Headers | Readonly<Record<string, string | string[] | undefined>>,
	secret: string,
): WebhookMessage {
	const pairs = headers instanceof Headers ? [...headers] : Object.entries(headers);
	const flat = Object.fromEntries(
		pairs.map(([name, value]) => [
			name.toLowerCase(),
			Array.isArray(value) ? (value[0] ?? "") : (value ?? ""),
		]),
	);
	return new Webhook(secret).verify(body, flat) as WebhookMessage;
}
